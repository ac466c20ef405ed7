using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// What kubectl printed: JSON by its fields, YAML and descriptions by their labels, tables by their columns and
/// cells, all else by its words.
/// </summary>
internal static partial class PrintedShape
{
    public static IEnumerable<string> Differences(string captured, string twin)
    {
        (captured, twin) = (captured.TrimEnd(), twin.TrimEnd());
        if (captured.Length == 0 || twin.Length == 0)
        {
            if (captured.Length != twin.Length)
                yield return captured.Length == 0
                    ? $"prints '{First(twin)}' where nothing was"
                    : $"prints nothing instead of '{First(captured)}'";
            yield break;
        }

        if (Documents(captured) is { } had && Documents(twin) is { } has)
        {
            foreach (var one in JsonShape.Differences(had, has))
                yield return "printed " + one;
        }
        else if (Blocks(captured) is { Count: > 0 } tables && Blocks(twin) is { Count: > 0 } ours)
        {
            foreach (var one in Tables(tables, ours))
                yield return one;
        }
        else if (Labelled(captured) && Labelled(twin))
        {
            var (labels, our) = (Labels(captured), Labels(twin));
            foreach (var missing in labels.Except(our))
                yield return $"label '{missing}' is not printed";
        }
        else if (Names(captured) && Names(twin))
        {
            // A list of names: which there are is the situation's.
        }
        else if (!Lines(captured).SequenceEqual(Lines(twin)))
        {
            yield return $"prints '{Alone(twin, captured)}' instead of '{Alone(captured, twin)}'";
        }
    }

    // The first lines that one of them has and the other has not.
    private static string Alone(string one, string other) =>
        string.Join(" / ", Lines(one).Except(Lines(other)).Take(2));

    private static bool Names(string text) =>
        text.Split('\n') is { Length: > 1 } lines && lines.All(line => Name().IsMatch(line));

    // One document or, of a watch, several behind one another.
    private static System.Text.Json.Nodes.JsonNode? Documents(string text) =>
        text[0] == '{'
            ? Upstream.Read($"[{text.Replace("\n}\n{", "\n},\n{", StringComparison.Ordinal)}]")
                as System.Text.Json.Nodes.JsonArray
            : null;

    // The same sentence about several objects is told once.
    private static string[] Lines(string text) =>
        [
            .. Words
                .Lines(text)
                .Select(line => Gap().Replace(Object().Replace(AgeIn().Replace(line, "AGE"), "$1/NAME"), " "))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static string First(string text) => text.Split('\n')[0];

    /// <summary>Tables: a header of capital words, and rows below it.</summary>
    private static List<(string[] Header, List<string[]> Rows)> Blocks(string text)
    {
        var all = new List<(string[] Header, List<string[]> Rows)>();
        int[] starts = [];
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0))
        {
            if (Header().IsMatch(line))
            {
                starts = [.. Head().Matches(line).Select(head => head.Index)];
                all.Add((Gap().Split(line.Trim()), []));
            }
            else if (all.Count == 0)
                return [];
            // Cells begin where their column's head does: one may be empty.
            else
                all[^1]
                    .Rows.Add([
                        .. starts.Select(
                            (start, at) =>
                                start >= line.Length
                                    ? ""
                                    : (
                                        at + 1 < starts.Length && starts[at + 1] < line.Length
                                            ? line[start..starts[at + 1]]
                                            : line[start..]
                                    ).Trim()
                        ),
                    ]);
        }

        return all;
    }

    private static IEnumerable<string> Tables(
        List<(string[] Header, List<string[]> Rows)> captured,
        List<(string[] Header, List<string[]> Rows)> twin
    )
    {
        foreach (var had in captured)
        {
            var has = twin.FirstOrDefault(one => one.Header.SequenceEqual(had.Header));
            if (has.Header is null)
                yield return $"columns '{string.Join(' ', twin[0].Header)}' instead of "
                    + $"'{string.Join(' ', had.Header)}'";
            else if (had.Rows.Count > 0 && has.Rows.Count > 0)
            {
                for (var column = 0; column < had.Header.Length; column++)
                {
                    var (before, now) = (Cells(had.Rows, column), Cells(has.Rows, column));
                    if (before.Length > 0 && now.Length > 0 && !before.Intersect(now).Any())
                        yield return $"column {had.Header[column]} reads {string.Join(" or ", now)} instead of "
                            + $"{string.Join(" or ", before)}";
                }
            }
            else if (had.Rows.Count != has.Rows.Count)
                yield return $"{has.Rows.Count} rows instead of {had.Rows.Count}";
        }

        // Several kinds were asked for: which of them there are is the situation's.
        if (captured.Count != twin.Count && captured.Count == 1)
            yield return $"{twin.Count} tables instead of one";
    }

    private static string[] Cells(List<string[]> rows, int column) =>
        [
            .. rows.Where(row => row.Length > column && row[column].Length > 0)
                .Select(row => Kind(row[column]))
                .Distinct(),
        ];

    private static string Kind(string cell) =>
        cell switch
        {
            _ when cell[0] == '<' => cell,
            _ when Age().IsMatch(cell) => "an age",
            _ when Ratio().IsMatch(cell) => "a ratio",
            _ when Number().IsMatch(cell) => "a number",
            _ => "a word",
        };

    private static bool Labelled(string text)
    {
        var lines = text.Split('\n').Where(line => line.Trim().Length > 0).ToArray();
        return lines.Length > 3 && lines.Count(line => Label().IsMatch(line)) * 3 > lines.Length;
    }

    private static HashSet<string> Labels(string text) =>
        [
            .. text.Split('\n')
                .Select(line => Label().Match(line))
                .Where(match => match.Success && !match.Groups[1].Value.Contains('/'))
                .Select(match => match.Groups[1].Value),
        ];

    [GeneratedRegex(
        @"^[A-Z][A-Z0-9()\-/ ]*$|^[A-Z][A-Z()\-]+ {2,}[A-Z]|^(?:ATTRIBUTE|Resources) {2,}",
        RegexOptions.Multiline
    )]
    private static partial Regex Header();

    [GeneratedRegex(@"^[a-z0-9.-]+/[\w.-]+$|^v1$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\S+(?: \S+)*")]
    private static partial Regex Head();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(?:\d+[smhdy])+$|^<invalid>$")]
    private static partial Regex Age();

    [GeneratedRegex(@"(?<=\s)(?:\d+[smhdy]){1,2}(?=\s|$)")]
    private static partial Regex AgeIn();

    [GeneratedRegex(@"^\d+/\d+$")]
    private static partial Regex Ratio();

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:- )?([A-Za-z][\w ./()-]*?):(?:\s|$)")]
    private static partial Regex Label();

    [GeneratedRegex(@"\b((?:node|machine|pod|cluster)[\w.-]*)/[\w.-]+")]
    private static partial Regex Object();
}
