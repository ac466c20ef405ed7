namespace Acceptance.Cloud.Hypervisor;

/// <summary>One disk of a domain (target vda, vdb; its file) and the snapshots inside the file, oldest first.</summary>
public sealed record DiskSnapshots(string Domain, string Target, string File, IReadOnlyList<DiskSnapshot> Snapshots)
{
    /// <summary>What qemu-img calls its format; empty where it said none.</summary>
    public string Format { get; init; } = "qcow2";

    /// <summary>Only qcow2 keeps snapshots inside the file: a raw device and an ISO cannot carry any.</summary>
    public bool CanCarryAny => Format == "qcow2";
}
