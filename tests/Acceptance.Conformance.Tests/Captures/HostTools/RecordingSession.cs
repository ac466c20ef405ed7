using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// What the captures of one folder leave for each other: a command reads a scratch file that another one wrote, or
/// that another one names among its inputs.
/// </summary>
internal sealed partial class RecordingSession(IReadOnlyList<HostCapture> captures)
{
    /// <summary>The scratch files of a recording: nobody's system files.</summary>
    private const string Scratch = "/run/ht/";

    /// <summary>A file's text as some capture had it for its input; null when none had.</summary>
    public string? Input(string path) =>
        captures.Select(capture => capture.Inputs.GetValueOrDefault(path)).FirstOrDefault(text => text is not null);

    /// <summary>All texts that this file had for an input of that version of the program.</summary>
    public IEnumerable<string> Inputs(string path, string version) =>
        captures
            .Where(capture => capture.Version == version)
            .Select(capture => capture.Inputs.GetValueOrDefault(path))
            .OfType<string>();

    /// <summary>The command that wrote this scratch file, with its standard input; null when none did.</summary>
    public HostCapture? Writer(string path, HostCapture reader) =>
        captures.FirstOrDefault(capture =>
            capture != reader && Written().Matches(capture.Command).Any(match => match.Groups[1].Value == path)
        );

    /// <summary>The scratch files that a command names and does not write itself.</summary>
    public static IEnumerable<string> ReadBy(HostCapture capture)
    {
        var written = Written()
            .Matches(capture.Command)
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        return Named()
            .Matches(capture.Command)
            .Select(match => match.Value)
            .Where(path => path.StartsWith(Scratch, StringComparison.Ordinal) && !written.Contains(path))
            .Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@">\s*(/run/ht/[\w./-]+)")]
    private static partial Regex Written();

    [GeneratedRegex(@"/run/ht/[\w./-]+")]
    private static partial Regex Named();
}
