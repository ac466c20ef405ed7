namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>One qcow2 file of a domain, as qemu-img and stat see it. Running: libvirt-qemu:kvm; after the wipe: root:root 600.</summary>
public sealed class DomainDisk(string target, string path, long virtualSize)
{
    public string Target { get; } = target;

    public string Path { get; } = path;

    public long VirtualSize { get; set; } = virtualSize;

    public long ActualSize { get; set; } = 96L << 30;

    /// <summary>Owner while the domain is shut off.</summary>
    public string Owner { get; set; } = "root:root";

    public string Mode { get; set; } = "600";

    public bool Exists { get; set; } = true;

    public string Format { get; set; } = "qcow2";

    /// <summary>Internal snapshots, oldest first.</summary>
    public IList<QcowSnapshot> Snapshots { get; } = [];

    /// <summary>A blank qcow2 in its place: 200 KiB on disk, no snapshot, root's.</summary>
    public void Recreate(long size)
    {
        VirtualSize = size;
        ActualSize = 200 << 10;
        Format = "qcow2";
        Owner = "root:root";
        Mode = "644";
        Exists = true;
        Snapshots.Clear();
    }
}
