namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>Where the operator sits: the hypervisor under the hosts, with routes to the public VIPs and floating IPs and to nothing else.</summary>
public sealed class Jumphost(string name)
{
    public string Name { get; } = name;

    /// <summary>The operator's home; empty in a world without a wire.</summary>
    public string Home { get; set; } = "";

    public HostFiles Files { get; } = new();
}
