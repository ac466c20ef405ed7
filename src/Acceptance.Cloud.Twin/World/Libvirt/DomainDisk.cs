namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>
/// One disk of a domain: a device and the path of its file. The file may be removed and made anew under it.
/// </summary>
internal sealed class DomainDisk(string target, string path, DiskStore store)
{
    /// <summary>"vda".</summary>
    public string Target { get; } = target;

    public string Path { get; } = path;

    /// <summary>"disk", or "cdrom".</summary>
    public string Device { get; init; } = "disk";

    /// <summary>The file at the path now; null when somebody removed it.</summary>
    public DiskFile? File => store.At(Path);

    /// <summary>
    /// The file that the running domain holds, whatever stands at the path; null while it is shut off.
    /// </summary>
    public DiskFile? Held { get; set; }

    /// <summary>Internal snapshots of the file at the path, oldest first.</summary>
    public IList<QcowSnapshot> Snapshots => File?.Snapshots ?? [];
}
