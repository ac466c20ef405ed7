namespace Acceptance.Cloud.OpenStack;

/// <summary>A Nova service (nova-compute, nova-conductor ...) on a host.</summary>
public sealed record ComputeService(string Binary, string Host, State<ServiceState> State, State<ServiceStatus> Status);
