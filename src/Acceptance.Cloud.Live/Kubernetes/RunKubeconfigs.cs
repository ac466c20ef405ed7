using Acceptance.Cloud.Files;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// Kubeconfigs that a run was given as text: each in a 0600 file of the run, below the home (never the temporary
/// folder, L-P6-4), gone with the run. A run that was killed leaves its folder to the next one to sweep: which runs
/// live, the locks beside their folders say, for the kernel frees a lock when its holder dies.
/// </summary>
internal sealed class RunKubeconfigs : IDisposable
{
    private const string Held = ".lock";

    private readonly string _home;
    private readonly string _name;
    private readonly Lock _opening = new();
    private PrivateFolder? _folder;
    private FileStream? _lock;
    private readonly Dictionary<string, string> _kept = [];

    public RunKubeconfigs(string home, string run)
    {
        _home = Path.Combine(home, ".acceptance");
        // Two clouds of one run have each their own.
        _name = $"{run}-{Guid.NewGuid():N}";
        if (Directory.Exists(_home))
            Sweep();
    }

    /// <summary>
    /// The newer one of a server replaces the older. Throws <see cref="NotPrivateException"/> where others may write
    /// the folder of all runs.
    /// </summary>
    public string Keep(Uri server, string text)
    {
        lock (_opening)
        {
            _folder ??= Open();
            if (!_kept.TryGetValue(server.AbsoluteUri, out var name))
                _kept[server.AbsoluteUri] = name = $"kubeconfig-{_kept.Count + 1}";
            _folder.Replace(name, text);
            return _folder.In(name);
        }
    }

    public void Dispose()
    {
        if (_folder is null || _lock is null)
            return;
        if (Directory.Exists(_folder.Path))
            Directory.Delete(_folder.Path, recursive: true);
        File.Delete(_lock.Name);
        _lock.Dispose();
    }

    // The lock before the folder: a folder without a lock that is held is a dead run's.
    private PrivateFolder Open()
    {
        var all = PrivateFolder.Own(_home);
        _lock = all.Open(_name + Held, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        return all.Folder(_name);
    }

    private void Sweep()
    {
        try
        {
            var all = PrivateFolder.Own(_home);
            foreach (var left in Directory.GetDirectories(_home))
                SweepEnded(all, Path.GetFileName(left));
        }
        catch (Exception exposed) when (exposed is NotPrivateException or UnauthorizedAccessException)
        {
            // Keep says it to whoever needs the folder; nothing of it is touched.
        }
    }

    private static void SweepEnded(PrivateFolder all, string run)
    {
        try
        {
            using var ended = all.Open(run + Held, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            Directory.Delete(all.In(run), recursive: true);
            File.Delete(ended.Name);
        }
        catch (Exception held) when (held is IOException or NotPrivateException)
        {
            // It lives, or another run sweeps it, or its lock is none of ours.
        }
    }
}
