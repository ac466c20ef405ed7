namespace Acceptance.Cloud.OpenStack;

/// <summary>A Nova service (nova-compute, nova-conductor ...) on a host: state up/down, status enabled/disabled.</summary>
public sealed record ComputeService(string Binary, string Host, string State, string Status);
