using System.Globalization;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>
/// Where a path leads that another process hands to the kernel: links, "//", "..", /proc/self and descriptors resolved
/// as they are for that process.
/// </summary>
internal static class ResolvedPath
{
    /// <summary>A path that starts where the process stands.</summary>
    public const int Here = -100;

    // The kernel follows no more either.
    private const int MostLinks = 40;

    /// <summary>
    /// The place itself, from the root of this machine; "pipe:[N]" and the like for what has no place. Null: it goes in
    /// a circle, or the process has gone.
    /// </summary>
    /// <param name="folder">
    /// A descriptor of the process that a relative path starts from, or <see cref="Here"/>.
    /// </param>
    /// <param name="follows">A link at the end is followed.</param>
    public static string? Of(int process, int folder, string path, bool follows = true)
    {
        if (Link($"/proc/{process}/root") is not { } root)
            return null;
        var from =
            path.StartsWith('/') ? root
            : folder == Here ? Link($"/proc/{process}/cwd")
            : OfDescriptor(process, folder);
        return from is null ? null : Walk(process, root, from, path, follows);
    }

    public static string? OfDescriptor(int process, int descriptor) =>
        Link(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/fd/{descriptor}"));

    /// <summary>Something is there, a link to nowhere too.</summary>
    public static bool IsThere(string path) => Path.Exists(path) || Link(path) is not null;

    private static string? Walk(int process, string root, string from, string path, bool follows)
    {
        var (place, links) = (from, 0);
        var ahead = new Stack<string>(path.Split('/').Reverse());
        while (ahead.TryPop(out var part))
        {
            if (part is "" or ".")
                continue;
            if (part == "..")
            {
                place = place == root ? root : Path.GetDirectoryName(place) ?? root;
                continue;
            }

            var next = $"{place.TrimEnd('/')}/{OfProcess(process, place, part)}";
            if ((!follows && ahead.All(rest => rest.Length == 0)) || Link(next) is not { } target)
            {
                place = next;
                continue;
            }

            if (++links > MostLinks)
                return null;
            if (next.StartsWith("/proc/", StringComparison.Ordinal) && next != "/proc/mounts" && next != "/proc/net")
            {
                // Such a link is the place itself, not a text that is read again.
                place = target;
                continue;
            }

            place = target.StartsWith('/') ? root : place;
            foreach (var one in target.Split('/').Reverse())
                ahead.Push(one);
        }

        return place;
    }

    private static string OfProcess(int process, string place, string part) =>
        (place, part) switch
        {
            ("/proc", "self") => process.ToString(CultureInfo.InvariantCulture),
            ("/proc", "thread-self") => string.Create(CultureInfo.InvariantCulture, $"{process}/task/{process}"),
            _ => part,
        };

    private static string? Link(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception shut) when (shut is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
