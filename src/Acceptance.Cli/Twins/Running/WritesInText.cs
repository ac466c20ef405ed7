using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// What a text writes by its own hand, where no program of the twin stands between: a redirection, or a program
/// called by its full path. A path of the jumphost is led into the twin's own root; any other that lies outside is
/// refused.
/// </summary>
internal sealed partial class WritesInText(Twin twin)
{
    /// <summary>The exit code of a refusal, as a persona's.</summary>
    public const int NotEmulated = 64;

    private const string Why = "it would be written on this machine: here it is the twin's";

    public (string Text, IReadOnlyList<TextChange> Changes) Map(string name, string text)
    {
        var changes = new List<TextChange>();
        text = FullPath()
            .Replace(
                text,
                match =>
                {
                    changes.Add(
                        new TextChange(
                            Line(text, match.Index),
                            match.Value,
                            match.Groups["program"].Value,
                            "the twin's program of that name"
                        )
                    );
                    return match.Groups["program"].Value;
                }
            );
        foreach (
            var path in Targets(text).Distinct(StringComparer.Ordinal).OrderByDescending(path => path.Length).ToList()
        )
        {
            if (IsFree(path))
                continue;
            var line = Line(text, text.IndexOf(path, StringComparison.Ordinal));
            if (!OfJumphost().IsMatch(path))
                throw new Refusal(
                    NotEmulated,
                    $"acceptance twin run: {name}, line {line}: not emulated: "
                        + $"{path} lies outside of the twin, and the command would write there."
                );
            changes.Add(new TextChange(line, path, twin.JumphostRoot + path, Why));
            text = Regex.Replace(
                text,
                $@"(?<![\w./~$}}*-]){Regex.Escape(path)}(?![\w./-])",
                _ => twin.JumphostRoot + path,
                RegexOptions.None,
                TimeSpan.FromSeconds(5)
            );
        }

        return (text, changes);
    }

    /// <summary>
    /// Paths behind a redirection: named there, or held by a variable that the text itself sets. What a remote shell
    /// redirects is the remote host's.
    /// </summary>
    private static IEnumerable<string> Targets(string text)
    {
        foreach (Match match in Redirection().Matches(text))
        {
            var from = text.LastIndexOf('\n', match.Index) + 1;
            if (Remote().IsMatch(text[from..match.Index]))
                continue;
            if (match.Groups["path"].Value is { Length: > 0 } path)
                yield return path;
            else
                foreach (
                    Match set in Regex.Matches(
                        text,
                        $@"\b{match.Groups["variable"].Value}=[""']?(?<path>/[^\s""';|&)]*)",
                        RegexOptions.None,
                        TimeSpan.FromSeconds(5)
                    )
                )
                    yield return set.Groups["path"].Value;
        }
    }

    private bool IsFree(string path) =>
        path.StartsWith(twin.Home + "/", StringComparison.Ordinal) || Free().IsMatch(path);

    private static int Line(string text, int index) => text.AsSpan(0, Math.Max(index, 0)).Count('\n') + 1;

    [GeneratedRegex(
        @"(?<![<>&\d\\-])(?:\d|&)?>>?\|?[ \t]*(?:[""']?(?<path>/[^\s""';|&)`]+)|""?\$\{?(?<variable>\w+)\}?""?(?![\w/]))",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Redirection();

    [GeneratedRegex(
        @"\b(?:ssh|juju\s+(?:ssh|exec|run))\b[^;|&]*[""'][^""']*$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Remote();

    [GeneratedRegex(
        @"^/(?:tmp|var/tmp)/|^/dev/(?:null|zero|full|tty|ptmx|pts/\d+|std(?:in|out|err)|fd/\d+|shm/.*|tcp/.*|udp/.*)$|^/proc/self/fd/",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Free();

    [GeneratedRegex(
        @"^/(?:etc|var|run|home|root|opt|srv|snap|mnt|media|boot|usr/local)/.",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex OfJumphost();

    [GeneratedRegex(
        @"(?<![\w./~$}*-])/(?:usr/)?s?bin/(?<program>sudo|rm|mv|cp|tee|dd|ln|chmod|chown|truncate|shred|install|mkdir|rmdir|touch|virsh|qemu-img)(?=\s)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex FullPath();
}
