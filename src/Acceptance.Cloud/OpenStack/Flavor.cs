namespace Acceptance.Cloud.OpenStack;

/// <summary>A flavor: RAM in MiB, vCPUs, disk in GiB.</summary>
public sealed record Flavor(string Id, string Name, int RamMb, int Vcpus, int DiskGb);
