using Acceptance.Conformance.Tests.Runbooks.Finding;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Shells;

/// <summary>Every text for a shell that is at hand, by where it stands.</summary>
internal static class ShellBlocks
{
    public static IEnumerable<(string Name, string Text)> All() =>
        [.. Runbooks(), .. Documents(), .. Own(), .. Typed()];

    private static IEnumerable<(string, string)> Runbooks()
    {
        foreach (var block in BlockFinder.All())
            yield return ($"{block.Id}, line {block.Line}", block.Text);
        foreach (var runbook in RunbookText.All())
        {
            foreach (var paragraph in Paragraph.Of(runbook.Lines).Where(BlockFinder.IsShell))
                yield return ($"{runbook.Name}:{paragraph.Start}", string.Join('\n', paragraph.Lines) + "\n");
        }

        foreach (var line in LineFinder.Distinct())
            yield return ($"{line.Runbook}:{line.Line} {line.Program}", line.Text + "\n");
    }

    /// <summary>Fenced, and what stands unfenced under a label.</summary>
    private static IEnumerable<(string, string)> Documents()
    {
        foreach (var kind in (string[])["innocent", "mistakes"])
        {
            var folder = SharedFolder.Need(Path.Combine("lint", kind), "no block of a document was parsed");
            foreach (var file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
            {
                var (fence, at, block) = ("", 0, new List<string>());
                var lines = File.ReadAllLines(file);
                foreach (var paragraph in Paragraph.Of(lines).Where(BlockFinder.IsShell))
                    yield return (
                        $"{kind}/{Path.GetFileName(file)}:{paragraph.Start}",
                        string.Join('\n', paragraph.Lines) + "\n"
                    );
                for (var i = 0; i < lines.Length; i++)
                {
                    if (!lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
                    {
                        block.Add(lines[i]);
                        continue;
                    }

                    if (fence.Length > 0 && fence.TrimStart('`') is "" or "bash" or "sh" or "shell")
                        yield return ($"{kind}/{Path.GetFileName(file)}:{at}", string.Join('\n', block) + "\n");
                    (fence, at, block) = (fence.Length > 0 ? "" : lines[i].Trim(), i + 2, []);
                }
            }
        }
    }

    private static IEnumerable<(string, string)> Own()
    {
        foreach (
            var file in Directory
                .EnumerateFiles(WorkTree.PathOf("features", "lines"), "*.sh")
                .Append(WorkTree.PathOf(".ci", "run"))
                .Order(StringComparer.Ordinal)
        )
            yield return (Path.GetRelativePath(WorkTree.Root, file), File.ReadAllText(file));
    }

    /// <summary>What the known issues have an operator type.</summary>
    private static IEnumerable<(string, string)> Typed() =>
        from issue in KnownIssueIndex.All
        from text in issue.Fix.Select(step => step.Text).Append(issue.FastConfirm)
        from typed in Fix.Render(text, null, null).Pieces
        where typed.IsCommand
        select ($"{issue.Id}: {typed.Text}", typed.Text + "\n");
}
