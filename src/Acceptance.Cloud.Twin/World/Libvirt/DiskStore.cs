namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>
/// The files under the hypervisor's image folder. Removing one takes it out of the folder;
/// whoever has it open keeps it.
/// </summary>
internal sealed class DiskStore
{
    private readonly SortedDictionary<string, DiskFile> _files = new(StringComparer.Ordinal);

    public IEnumerable<DiskFile> All => _files.Values;

    public DiskFile? At(string path) => _files.GetValueOrDefault(path);

    public void Put(DiskFile file) => _files[file.Path] = file;

    public bool Remove(string path) => _files.Remove(path);

    /// <summary>The folder stands; anything else under /var/lib/libvirt does not.</summary>
    public static bool HasFolder(string path) =>
        path.LastIndexOf('/') is > 0 and var slash && path[..slash] == LibvirtHypervisor.Images;
}
