using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// The shape of what a program printed: its lines and words, without what differs from run to run (numbers,
/// addresses, ids, moments) and from name to name (widths).
/// </summary>
internal static partial class TextShape
{
    /// <summary>The first line that differs, captured against played; null when the shapes are the same.</summary>
    public static string? Difference(string stream, string captured, string played)
    {
        var (was, now) = (Of(captured), Of(played));
        for (var i = 0; i < Math.Max(was.Count, now.Count); i++)
        {
            var (old, fresh) = (was.ElementAtOrDefault(i), now.ElementAtOrDefault(i));
            if (old != fresh)
                return $"{stream}: captured '{old ?? "(end)"}', played '{fresh ?? "(end)"}'";
        }

        return null;
    }

    /// <summary>One entry a line; lines of the same shape that follow each other are one.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        List<string> shapes = [];
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(Line))
        {
            if (shapes.Count == 0 || shapes[^1] != line || line.Length == 0)
                shapes.Add(line);
        }

        // The blank lines at the end count: virsh adds one.
        shapes.AddRange(Enumerable.Repeat("", text.Length - text.TrimEnd('\n').Length));
        return text.Length == 0 ? [] : shapes;
    }

    private static string Line(string line)
    {
        line = Bash().Replace(line, "bash: ");
        line = Moment().Replace(line, "T");
        line = Mac().Replace(line, "M");
        line = Uuid().Replace(line, "U");
        line = Address().Replace(line, "A");
        line = Fingerprint().Replace(line, "SHA256:F");
        line = Release().Replace(line, "V");
        line = Hex().Replace(line, "N");
        line = Number().Replace(line, "N");
        line = Undecodable().Replace(line, "unsupported");
        line = Dashes().Replace(line, "---");
        // A session ticket's own block repeats it, if the ticket came before the end of the input.
        line = line.TrimStart().StartsWith("Verify return code", StringComparison.Ordinal) ? line.TrimStart() : line;
        return Blanks().Replace(line, " ").TrimEnd();
    }

    [GeneratedRegex(@"^(?:/usr)?(?:/bin/)?bash: (?:line \d+: )?(?:\d+ (?=Alarm|Killed|Terminated))?")]
    private static partial Regex Bash();

    [GeneratedRegex(
        @"\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?(?: [+-]\d{4})?|\b[A-Z][a-z]{2} +\d+ \d\d:\d\d(?::\d\d)?(?: \d{4})?(?: GMT)?"
    )]
    private static partial Regex Moment();

    [GeneratedRegex(@"\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b")]
    private static partial Regex Mac();

    [GeneratedRegex(@"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Address();

    /// <summary>A release with its packager's suffix: 2.4.24-0ubuntu0.22.04.2.</summary>
    [GeneratedRegex(@"\b\d+\.\d+\.\d+[-+~][\w.+~-]+")]
    private static partial Regex Release();

    [GeneratedRegex(@"SHA256:[\w+/]{43}")]
    private static partial Regex Fingerprint();

    [GeneratedRegex(@"\bPTR\b|\b(?=[0-9a-fA-F]*\d)[0-9a-fA-F]{4,16}\b|(?<=<-|->|^ {4}|\()[0-9a-f]{4}\b")]
    private static partial Regex Hex();

    [GeneratedRegex(@"\d+(?:\.\d+)*")]
    private static partial Regex Number();

    /// <summary>
    /// Which of OpenSSL's decoders gives up hangs on the bytes of a file that is no PEM: another one for each CA.
    /// </summary>
    [GeneratedRegex(
        @"(?:DECODER routines:OSSL_DECODER_from_bio|STORE routines:ossl_store_handle_load_result):unsupported:.*$"
    )]
    private static partial Regex Undecodable();

    [GeneratedRegex("-{3,}")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Blanks();
}
