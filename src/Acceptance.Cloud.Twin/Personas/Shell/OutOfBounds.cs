using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.Personas.Shell;

/// <summary>
/// What a command inside the twin must not touch: the machine's own programs, devices and kernel files. A command that
/// would write there is refused.
/// </summary>
internal static partial class OutOfBounds
{
    /// <summary>The path a mapped command would write to outside of the twin; null when it stays inside.</summary>
    public static string? WritesTo(string mapped, ShellHost host) =>
        Writing()
            .Matches(mapped)
            .Select(match => match.Groups["path"].Value)
            .FirstOrDefault(path => !path.StartsWith(host.Root, StringComparison.Ordinal) && !Harmless().IsMatch(path));

    /// <summary>
    /// The first absolute path outside of the twin that a script's text redirects to; null when there is none.
    /// </summary>
    public static string? RedirectsTo(string text, ShellHost host, string home) =>
        Redirecting()
            .Matches(text)
            .Select(match => match.Groups["path"].Value)
            .FirstOrDefault(path =>
                !path.StartsWith(host.Root, StringComparison.Ordinal)
                && !path.StartsWith(home, StringComparison.Ordinal)
                && !path.StartsWith("/tmp/", StringComparison.Ordinal)
                && !Harmless().IsMatch(path)
            );

    [GeneratedRegex(
        @"(?<![<>&\d\\-])(?:\d|&)?>>?\|?[ \t]*[""']?(?<path>/[^\s""';|&)`]+)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Redirecting();

    [GeneratedRegex(
        @"(?:\b(?:rm|mv|cp|tee|dd|ln|chmod|chown|truncate|shred|install|mkdir|rmdir|touch|mkfs\S*|wipefs)\b(?:\s+(?:-\S+|[\w:+,=]+))*\s+(?:of=)?|\bof=|>\s*)(?<path>/[^\s""';|&)]*)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Writing();

    [GeneratedRegex(
        @"^/dev/(?:null|tty|std(?:out|err)|fd/\d+|tcp/|udp/|zero)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Harmless();
}
