namespace Acceptance.Cloud.OpenStack;

/// <summary>A hypervisor, by the nova-compute service that runs it.</summary>
public sealed record NovaHypervisor(string Id, string Hostname, State<ServiceState> State, State<ServiceStatus> Status)
{
    /// <summary>
    /// The host that its nova-compute service is known by, which a command names; null where it is not said. It and
    /// the reason stand in a list with details alone (nova, api/openstack/compute/hypervisors.py).
    /// </summary>
    public string? ServiceHost { get; init; }

    /// <summary>Who disabled it or why, in the words of who did; null where nobody did or said.</summary>
    public string? DisabledReason { get; init; }
}
