namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>
/// A disk file on the jumphost, which is large only in name. The object is the inode:
/// a domain that runs keeps the one it opened.
/// </summary>
internal sealed class DiskFile(string path)
{
    private const long Cluster = 65536;
    private const long Page = 4096;

    public string Path { get; } = path;

    /// <summary>qcow2, or raw: a disk of plain bytes, an ISO.</summary>
    public string Format { get; private init; } = "qcow2";

    /// <summary>Internal snapshots stand in the qcow2 file itself; a raw one has no room for any.</summary>
    public bool CanCarrySnapshots => Format == "qcow2";

    /// <summary>Bytes that a guest would see.</summary>
    public long VirtualSize { get; set; }

    /// <summary>Bytes that the file says it has (stat %s).</summary>
    public long Length { get; set; }

    /// <summary>Bytes that it takes on disk, in whole pages.</summary>
    public long ActualSize { get; set; }

    /// <summary>Owner and group as chown left them; a running domain's files are libvirt-qemu's meanwhile.</summary>
    public string Owner { get; set; } = "root:root";

    public string Mode { get; set; } = "644";

    /// <summary>Internal snapshots, oldest first.</summary>
    public IList<QcowSnapshot> Snapshots { get; } = [];

    /// <summary>
    /// A fresh qcow2: three clusters of header and refcounts and an L1 table of 8 bytes
    /// for each 512 MiB (captures: 512G is 200 KiB, 8G 196 KiB).
    /// </summary>
    public static DiskFile Blank(string path, long virtualSize)
    {
        var length = (3 * Cluster) + (8 * ((virtualSize + (Cluster * 8192) - 1) / (Cluster * 8192)));
        return new DiskFile(path)
        {
            VirtualSize = virtualSize,
            Length = length,
            ActualSize = Pages(length),
        };
    }

    /// <summary>Plain bytes, of which none takes room before it is written.</summary>
    public static DiskFile Raw(string path, long size) =>
        new(path)
        {
            Format = "raw",
            VirtualSize = size,
            Length = size,
            ActualSize = Page,
        };

    /// <summary>What a guest or a program wrote takes room.</summary>
    public void Fill(long bytes)
    {
        ActualSize = Math.Max(ActualSize, Pages(bytes));
        Length = Math.Max(Length, ActualSize);
    }

    /// <summary>An internal snapshot: a copy of the L1 table and an entry in the snapshot table.</summary>
    public void TakeSnapshot(QcowSnapshot snapshot)
    {
        Snapshots.Add(snapshot);
        ActualSize += 3 * Page;
    }

    private static long Pages(long bytes) => (bytes + Page - 1) / Page * Page;
}
