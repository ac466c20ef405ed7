namespace Acceptance.Cloud.Hypervisor;

/// <summary>An internal qcow2 snapshot: its tag and when it was taken.</summary>
public sealed record DiskSnapshot(string Tag, DateTimeOffset Taken);
