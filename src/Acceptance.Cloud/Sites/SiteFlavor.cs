namespace Acceptance.Cloud.Sites;

/// <summary>A flavor by name and its size: RAM in MiB, vCPUs.</summary>
public sealed record SiteFlavor(string Name, int RamMb, int Vcpus);
