using System.Text.RegularExpressions;
using Acceptance.Cloud.Shells;

namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>Finds every line of the five programs in all five runbooks.</summary>
internal static partial class LineFinder
{
    public static IReadOnlyList<string> Programs { get; } = ["openstack", "kubectl", "juju", "maas", "virsh"];

    public static IReadOnlyList<RunbookLine> All() => [.. RunbookText.All().SelectMany(In)];

    /// <summary>Those that differ, each where it stands first.</summary>
    public static IReadOnlyList<RunbookLine> Distinct() => [.. All().DistinctBy(line => line.Text)];

    public static IEnumerable<RunbookLine> In(RunbookText runbook) =>
        from paragraph in Paragraph.Of(runbook.Lines)
        from found in BlockFinder.IsShell(paragraph) ? InShell(paragraph) : InSentences(paragraph)
        where Programs.Contains(found.Program)
        select new RunbookLine(runbook.Name, found.Line, found.Program, found.Text);

    private static IEnumerable<(int Line, string Program, string Text)> InSentences(Paragraph paragraph)
    {
        for (var i = 0; i < paragraph.Lines.Count; i++)
        {
            var (first, text) = (i, paragraph.Lines[i]);
            while (text[^1] is '\\' or '/' && i + 1 < paragraph.Lines.Count)
                text = text.TrimEnd('\\') + " " + paragraph.Lines[++i].TrimStart('#', ' ');
            foreach (var command in Sentence.Commands(text).SelectMany(group => group.Split('\n')))
                yield return (paragraph.Start + first, Started(command), command);
        }
    }

    private static IEnumerable<(int Line, string Program, string Text)> InShell(Paragraph paragraph)
    {
        var text = string.Join('\n', paragraph.Lines.Select(line => Paragraph.IsComment(line) ? "" : line));
        foreach (Match at in Command().Matches(text))
        {
            var program = at.Groups["program"].Value;
            var next = at.Groups["next"].Value;
            if (next[0] is not ('-' or '"') && !Vocabulary.Has(program, next))
                continue;
            var command = text[at.Index..End(text, at.Index)];
            yield return (
                paragraph.Start + text[..at.Index].Count(mark => mark == '\n'),
                program,
                Continued().Replace(command, " ").Trim()
            );
        }

        for (var i = 0; i < paragraph.Lines.Count; i++)
        {
            if (!Paragraph.IsComment(paragraph.Lines[i]))
                continue;
            foreach (var found in InSentences(new Paragraph(paragraph.Start + i, [paragraph.Lines[i]])))
                yield return found;
        }
    }

    private static string Started(string command) =>
        command.Split(' ').First(word => word != "sudo" && !word.Contains('='));

    /// <summary>
    /// Where a command with its pipes ends: at what the shell reads as an end outside of quotes and brackets.
    /// </summary>
    private static int End(string text, int start)
    {
        var depth = 0;
        foreach (var token in ShellLexer.Read(text[start..]))
        {
            if (token is { Kind: ShellTokenKind.Control, Text: "(" })
                depth++;
            else if (token is { Kind: ShellTokenKind.Control, Text: ")" } && depth-- > 0)
                continue;
            else if (token.Kind == ShellTokenKind.Comment || token.Kind == ShellTokenKind.Control && token.Text != "|")
                return start + token.Start;
        }

        return text.Length;
    }

    [GeneratedRegex(
        @"(?<![\w/.'-])(?:[A-Z_]+=\S+ )?(?:sudo )?(?<program>openstack|kubectl|juju|maas|virsh) (?<next>[\w-]+|"")"
    )]
    private static partial Regex Command();

    [GeneratedRegex(@"\s*\\\n\s*")]
    private static partial Regex Continued();
}
