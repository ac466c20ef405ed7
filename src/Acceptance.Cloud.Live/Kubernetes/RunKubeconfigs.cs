namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// Kubeconfigs that a run was given as text: each in a 0600 file of the run, below the home (never the temporary
/// folder, L-P6-4), gone with the run.
/// </summary>
internal sealed class RunKubeconfigs(string home, string run) : IDisposable
{
    private readonly string _folder = Path.Combine(home, ".acceptance", run);
    private int _kept;

    public string Keep(string text)
    {
        var path = Path.Combine(_folder, $"kubeconfig-{Interlocked.Increment(ref _kept)}");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_folder);
        else
        {
            Directory.CreateDirectory(
                _folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
