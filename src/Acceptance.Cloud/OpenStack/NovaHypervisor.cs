namespace Acceptance.Cloud.OpenStack;

/// <summary>A hypervisor, by the nova-compute service that runs it.</summary>
public sealed record NovaHypervisor(string Id, string Hostname, State<ServiceState> State, State<ServiceStatus> Status);
