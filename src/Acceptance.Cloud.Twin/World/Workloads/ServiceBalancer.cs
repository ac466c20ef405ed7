namespace Acceptance.Cloud.Twin.World.Workloads;

/// <summary>The load balancer and floating IP that the cloud controller made for one Service.</summary>
internal sealed class ServiceBalancer(string balancerId, string ns, string service, IReadOnlyList<int> ports)
{
    public string BalancerId => balancerId;

    public string Namespace => ns;

    public string Service => service;

    public IReadOnlyList<int> Ports => ports;

    public string? FloatingIpId { get; internal set; }

    /// <summary>Null until the load balancer is ACTIVE, and again when the Service goes.</summary>
    public string? Address { get; internal set; }

    /// <summary>Which backend the next connection gets.</summary>
    internal int Turn { get; set; }
}
