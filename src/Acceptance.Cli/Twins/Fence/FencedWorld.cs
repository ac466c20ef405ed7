namespace Acceptance.Cli.Twins.Fence;

/// <summary>
/// What is the command's own, and all that it may reach and change: what is not known to be is refused.
/// </summary>
internal sealed class FencedWorld
{
    // Names of users and of hosts, and the log: what every program asks.
    private static readonly string[] Harmless =
    [
        "/run/nscd/",
        "/run/systemd/resolve/",
        "/run/systemd/userdb/",
        "/run/systemd/journal/",
    ];

    // Its terminal, and memory that it shares.
    private static readonly string[] Devices = ["/dev/pts/", "/dev/shm/", "/memfd:"];

    private readonly string[] _folders;
    private readonly DateTime _began;

    /// <param name="folders">Its home first, then what else it may write beneath.</param>
    public FencedWorld(IReadOnlyList<string> folders)
    {
        var here = Environment.ProcessId;
        _folders = [.. folders.Select(folder => (ResolvedPath.Of(here, ResolvedPath.Here, folder) ?? folder) + "/")];
        // By the clock that files are stamped with.
        var mark = Path.Combine(folders[0], $".began-{Guid.NewGuid():N}");
        File.WriteAllText(mark, "");
        _began = File.GetCreationTimeUtc(mark);
        File.Delete(mark);
    }

    /// <summary>The mark of its processes; null: they are told by nothing.</summary>
    public LimitMark? Mark { get; init; }

    /// <summary>The kernel itself keeps names without a file to those of its own.</summary>
    public bool KernelHoldsNames { get; init; }

    /// <summary>
    /// A socket's file in its home, or born in a folder that it writes to since it runs: an agent or a multiplexer that
    /// was there before is the user's.
    /// </summary>
    /// <param name="place">Resolved.</param>
    public bool MayConnect(string place) =>
        place.StartsWith(_folders[0], StringComparison.Ordinal)
        || Array.Exists(Harmless, name => place.StartsWith(name, StringComparison.Ordinal))
        || (IsWithin(place) && File.Exists(place) && File.GetCreationTimeUtc(place) >= _began);

    /// <param name="place">Resolved; what has no place, a pipe say, is its own.</param>
    public bool MayChange(string place) =>
        !place.StartsWith('/')
        || IsWithin(place)
        || place == "/dev/tty"
        || Array.Exists(Devices, name => place.StartsWith(name, StringComparison.Ordinal));

    private bool IsWithin(string place) =>
        Array.Exists(_folders, folder => (place + "/").StartsWith(folder, StringComparison.Ordinal));
}
