using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.Personas.Shell;

/// <summary>
/// Absolute paths of a host, mapped in a command's text into the host's root. Mount namespaces are not to be had
/// everywhere, so this is text: a path is what follows a blank, a quote or an operator, not what follows a word or
/// another path.
/// </summary>
internal static partial class PathMapping
{
    private static readonly string[] SystemFolders =
    [
        "/usr/local/sbin",
        "/usr/local/bin",
        "/usr/sbin",
        "/usr/bin",
        "/sbin",
        "/bin",
        "/snap/bin",
    ];

    public static string ToRoot(string text, ShellHost host)
    {
        var mapped = PathVariable()
            .Replace(
                text,
                match => $"PATH={match.Groups[1].Value}{SearchPath(host, match.Groups[2].Value.Split(':'))}"
            );
        mapped = HostFolder()
            .Replace(mapped, match => InRoot(mapped, match.Index, host) ? match.Value : host.Root + match.Value);
        return SystemFile()
            .Replace(
                mapped,
                match =>
                    MapsFile(match.Value, host) && !InRoot(mapped, match.Index, host)
                        ? host.Root + match.Value
                        : match.Value
            );
    }

    /// <summary>The host's PATH: its personas before the machine's own programs.</summary>
    public static string SearchPath(ShellHost host, IEnumerable<string>? folders = null) =>
        string.Join(
            ':',
            (folders ?? SystemFolders).SelectMany(folder =>
                !SystemFolders.Contains(folder) ? [folder]
                : folder is "/usr/local/sbin" or "/usr/local/bin" or "/snap/bin" ? [host.Root + folder]
                : new[] { host.Root + folder, folder }
            )
        );

    /// <summary>
    /// sed's program that maps a script on standard input, for a shell that reads one (bash -s); twice, for paths that
    /// share a blank.
    /// </summary>
    public static string SedToRoot(ShellHost host)
    {
        const string marked =
            @"s#(^|[[:space:]""'=:(<>;&|`])/(etc|var|run|home|root|opt|srv|tmp|snap|mnt)(/|[[:space:]""']|$)#\1@TWIN@/\2\3#g";
        return $"{marked};{marked};s#@TWIN@#{host.Root}#g";
    }

    /// <summary>sed's program that maps what a command prints back to the host's own names.</summary>
    public static string SedBack(ShellHost host) => $"s#{host.Root}/#/#g;s#{host.Root}##g";

    public static string Back(string text, ShellHost host) => text.Replace(host.Root, "", StringComparison.Ordinal);

    private static bool InRoot(string text, int index, ShellHost host) =>
        text.AsSpan(index).StartsWith(host.Root, StringComparison.Ordinal);

    /// <summary>A program, /proc or /sys file of the host; else the machine's own, unless it has none.</summary>
    private static bool MapsFile(string path, ShellHost host) =>
        Path.Exists(host.Root + path) || (!path.StartsWith("/proc", StringComparison.Ordinal) && !Path.Exists(path));

    [GeneratedRegex(
        @"(?<![\w./~$}*-])/(?:etc|var|run|home|root|opt|srv|tmp|snap|mnt|media|boot|usr/local)(?=[/\s""'`;|&)<>:,*?\]}]|$)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex HostFolder();

    [GeneratedRegex(
        @"(?<![\w./~$}*-])/(?:usr|bin|sbin|proc|sys|lib)/[\w./+-]+",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex SystemFile();

    [GeneratedRegex(@"\bPATH=([""']?)(/[^\s;""']+)", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex PathVariable();
}
