namespace Acceptance.Cloud.OpenStack;

/// <summary>A hypervisor, by the nova-compute service that runs it.</summary>
public sealed record NovaHypervisor(string Id, string Hostname, State<ServiceState> State, State<ServiceStatus> Status)
{
    /// <summary>Who disabled it or why, in the words of who did; null where nobody did or said.</summary>
    public string? DisabledReason { get; init; }
}
