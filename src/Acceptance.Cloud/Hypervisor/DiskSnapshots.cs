namespace Acceptance.Cloud.Hypervisor;

/// <summary>One disk of a domain (target vda, vdb; its file) and the snapshots inside the file, oldest first.</summary>
public sealed record DiskSnapshots(string Domain, string Target, string File, IReadOnlyList<DiskSnapshot> Snapshots);
