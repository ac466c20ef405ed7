namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>
/// The files of one host. The world declares them; they are written into the host's root
/// when a shell first opens there, and are real from then on: what a command edits is what the world reads.
/// </summary>
internal sealed class HostFiles
{
    private readonly SortedDictionary<string, DeclaredFile> _declared = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, string> _links = new(StringComparer.Ordinal);

    /// <summary>The folder that stands for the host's /; null until a shell opened there.</summary>
    public string? Root { get; private set; }

    public IEnumerable<string> Paths => _declared.Keys;

    /// <summary>A file of the host.</summary>
    /// <param name="path">Absolute, as the host names it.</param>
    /// <param name="text">Its content; asked again at every opening of a shell when <paramref name="live"/>.</param>
    /// <param name="live">Follows the world (/proc/loadavg): nobody edits it.</param>
    /// <param name="mode">Permission bits.</param>
    public void Declare(string path, Func<string> text, bool live = false, UnixFileMode mode = DeclaredFile.Readable)
    {
        _declared[path] = new DeclaredFile(text, live, mode);
        if (Root is not null)
            Put(path, _declared[path]);
    }

    public void Declare(string path, string text) => Declare(path, () => text);

    /// <summary>
    /// A file that stands since <paramref name="since"/>, in the world's time: what <c>stat</c> says of it.
    /// </summary>
    public void Declare(string path, string text, DateTimeOffset since)
    {
        _declared[path] = new DeclaredFile(() => text, false, DeclaredFile.Readable) { Since = since };
        if (Root is not null)
            Put(path, _declared[path]);
    }

    /// <summary>A symbolic link, at its place before a shell first opens there.</summary>
    public void Link(string path, string target) => _links[path] = target;

    /// <summary>The file as it is now; null when there is none.</summary>
    public string? Read(string path)
    {
        if (Root is null)
            return _declared.TryGetValue(path, out var declared) ? declared.Text() : null;
        var real = Real(Path.GetFullPath(path, "/"));
        return File.Exists(real) ? File.ReadAllText(real) : null;
    }

    /// <summary>When it was written, in the world's time; null when there is none, or nobody said.</summary>
    public DateTimeOffset? WrittenAt(string path)
    {
        if (Root is null)
            return _declared.TryGetValue(path, out var declared) ? declared.Since : null;
        var real = Real(Path.GetFullPath(path, "/"));
        return File.Exists(real) ? File.GetLastWriteTimeUtc(real) : null;
    }

    /// <summary>Writes it as an operator or a charm would.</summary>
    public void Write(string path, string text)
    {
        _declared[path] = new DeclaredFile(
            () => text,
            false,
            _declared.TryGetValue(path, out var old) ? old.Mode : DeclaredFile.Readable
        );
        if (Root is not null)
            Put(path, _declared[path]);
    }

    public void Remove(string path)
    {
        _declared.Remove(path);
        if (Root is not null)
            File.Delete(Real(path));
    }

    /// <summary>
    /// Makes the files real under <paramref name="root"/> the first time, and renews the live ones every time.
    /// </summary>
    public void Materialise(string root)
    {
        var first = Root is null;
        Root ??= root;
        foreach (var (path, file) in _declared)
        {
            if (first || file.Live)
                Put(path, file);
        }

        foreach (var (path, target) in first ? _links : [])
        {
            if (OwnPath.LeadsOut(Root, Real(path)))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Real(path))!);
            if (!Path.Exists(Real(path)))
                File.CreateSymbolicLink(Real(path), Real(target));
        }
    }

    private string Real(string path) => Root + path;

    private void Put(string path, DeclaredFile file)
    {
        var real = Real(path);
        if (OwnPath.LeadsOut(Root!, real))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(real)!);
        File.WriteAllText(real, file.Text());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(real, file.Mode);
        if (file.Since is { } since)
            File.SetLastWriteTimeUtc(real, since.UtcDateTime);
    }
}
