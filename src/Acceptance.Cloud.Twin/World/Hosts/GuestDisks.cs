namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>The files of tenant VMs that have a shell, by the server's name. Under the world's gate.</summary>
internal sealed class GuestDisks
{
    private readonly Dictionary<string, HostFiles> _disks = new(StringComparer.Ordinal);

    /// <summary>Furnished when a shell first opens there.</summary>
    public HostFiles FilesOf(string server)
    {
        if (_disks.TryGetValue(server, out var files))
            return files;
        files = _disks[server] = new HostFiles();
        files.Declare("/etc/hostname", server + "\n");
        files.Declare("/home/ubuntu/.bashrc", "");
        return files;
    }
}
