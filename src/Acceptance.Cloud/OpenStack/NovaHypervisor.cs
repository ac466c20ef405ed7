namespace Acceptance.Cloud.OpenStack;

/// <summary>A hypervisor: state up/down, status enabled/disabled.</summary>
public sealed record NovaHypervisor(string Id, string Hostname, string State, string Status);
