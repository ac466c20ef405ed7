using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>
/// Finds the bash blocks of the steps. The fences are gone: a block is what its frame says, else a paragraph whose
/// first line is a command.
/// </summary>
internal static partial class BlockFinder
{
    private const string Begin = "BEGIN runbook block: ";
    private const string End = "END runbook block";

    public static IReadOnlyList<Block> All() => [.. RunbookText.All().SelectMany(In)];

    public static IReadOnlyList<Block> In(RunbookText runbook)
    {
        var found = Framed(runbook);
        if (found.Count == 0)
            found = Bare(runbook);
        var all = found.Concat(Inline(runbook, found)).OrderBy(block => block.Line).ToArray();
        return [.. all.Select(block => block with { Id = block.Step.Id + Letter(block, all) })];
    }

    /// <summary>Paragraphs of shell outside of a frame.</summary>
    public static bool IsShell(Paragraph paragraph) =>
        paragraph.Lines.FirstOrDefault(line => !Paragraph.IsComment(line)) is { } first
        && Shell().IsMatch(first)
        && !paragraph.Lines[0].TrimStart().StartsWith('•')
        && (!LineFinder.Programs.Contains(first.Split(' ')[0]) || Sentence.IsWhole(first));

    private static List<Block> Framed(RunbookText runbook)
    {
        var found = new List<Block>();
        for (var i = 0; i < runbook.Lines.Count; i++)
        {
            if (!runbook.Lines[i].StartsWith(Begin, StringComparison.Ordinal))
                continue;
            var end = i;
            while (runbook.Lines[end] != End)
                end++;
            var text = runbook
                .Lines.Skip(i + 1)
                .Take(end - i - 1)
                .Where(line => !line.StartsWith("----", StringComparison.Ordinal));
            if (StepAt(runbook, i) is { } step)
                found.Add(new Block("", step, runbook.Lines[i][Begin.Length..], i + 3, Joined(text)));
            i = end;
        }

        return found;
    }

    private static List<Block> Bare(RunbookText runbook)
    {
        var found = new List<Block>();
        var title = "";
        foreach (var paragraph in Paragraph.Of(runbook.Lines))
        {
            if (!IsShell(paragraph))
                title = paragraph.Lines[^1].Trim();
            else if (StepAt(runbook, paragraph.Start - 1) is { } step)
                found.Add(new Block("", step, title, paragraph.Start, Joined(Outdented(paragraph.Lines))));
        }

        return found;
    }

    private static IEnumerable<Block> Inline(RunbookText runbook, IReadOnlyList<Block> found)
    {
        foreach (
            var step in Step.All.Where(step =>
                step.Inline && step.Runbook == runbook.Name && !found.Any(block => block.Step == step)
            )
        )
        {
            var first = Enumerable.Range(0, runbook.Lines.Count).First(i => step.BeginsAt(runbook.Lines[i]));
            foreach (
                var line in Enumerable
                    .Range(first, runbook.Lines.Count - first)
                    .TakeWhile(i => StepAt(runbook, i) == step)
            )
            {
                if (Sentence.Commands(runbook.Lines[line]) is not [var group, ..])
                    continue;
                yield return new Block("", step, runbook.Lines[first].Trim(), line + 1, group + "\n");
                break;
            }
        }
    }

    /// <summary>The step whose heading was the last before this line.</summary>
    private static Step? StepAt(RunbookText runbook, int line)
    {
        for (var i = line; i >= 0; i--)
        {
            if (
                Step.All.FirstOrDefault(one => one.Runbook == runbook.Name && one.BeginsAt(runbook.Lines[i])) is
                { } step
            )
                return step.Id == "-" ? null : step;
        }

        return null;
    }

    private static string Letter(Block block, IReadOnlyList<Block> all)
    {
        var siblings = all.Where(one => one.Step == block.Step).ToArray();
        return siblings.Length == 1 ? "" : ((char)('a' + Array.IndexOf(siblings, block))).ToString();
    }

    private static IEnumerable<string> Outdented(IReadOnlyList<string> lines)
    {
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return lines.Select(line => line[Math.Min(indent, line.Length)..]);
    }

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";

    [GeneratedRegex(
        @"^\s*(\( \{$|source ~|export \w+=|unset |[A-Z_]+=|for \w+ in |mkdir |bash scripts/|python3 scripts/|sudo |curl -|(openstack|juju|kubectl|maas|virsh) [a-z])"
    )]
    private static partial Regex Shell();
}
