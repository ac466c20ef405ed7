using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Cli.Tests.KnownIssues;

/// <summary>docs/known-issues.md: what the index knows, to be searched by the exact text of an error.</summary>
internal static partial class KnownIssuesPage
{
    private const string Intro = """
        # Known issues

        Search this page for the exact text of the error, or ask `acceptance explain ID`, which fills the commands from a site (`--site`).
        Each entry: symptom, cause, the read that confirms it, what looks like it and is something else, the fix with the permit of
        each step, what must not be done, and when it is cured. A word such as `"$victim"` is a variable to be set, to what the finding or
        the site names. This page is made from the entries in `src/Acceptance.Decisions/KnownIssues`; a test keeps it so.

        """;

    public static string Text()
    {
        var page = new StringBuilder(Intro.ReplaceLineEndings("\n")).Append('\n');
        var headings = KnownIssueIndex
            .All.GroupBy(issue => HeadingOf(issue))
            .OrderBy(heading => heading.Key, StringComparer.Ordinal)
            .ToArray();
        foreach (var heading in headings)
        foreach (var issue in heading.OrderBy(issue => issue.Id, StringComparer.Ordinal))
            page.Append($"- [{Names(issue)}](#{Anchor(issue)}): {issue.Title}\n");
        foreach (var heading in headings)
        {
            page.Append($"\n## {heading.Key}\n");
            foreach (var issue in heading.OrderBy(issue => issue.Id, StringComparer.Ordinal))
                Add(page, issue);
        }

        return page.ToString();
    }

    private static void Add(StringBuilder page, KnownIssue issue)
    {
        var steps = Fix.Render(issue, null, null);
        page.Append($"\n<a id=\"{Anchor(issue)}\"></a>\n### {Names(issue)}: {issue.Title}\n\n");
        page.Append($"- **Symptom**: {Safe(issue.Symptom)}\n- **Cause**: {Safe(issue.Cause)}\n");
        page.Append($"- **Confirm**: {Written(Fix.Render(issue.FastConfirm, null, null))}\n- **Told apart**\n");
        foreach (var miss in issue.NearMisses)
            page.Append(
                $"  - *Looks like it*: {Safe(miss.Looks)}\n    - *In truth*: {Safe(miss.Is)}\n    - *Told apart by* "
                    + $"{Written(Fix.Render(miss.ToldApartBy, null, null))}\n    - *Do not* {Safe(miss.DoNot)} "
                    + $"({miss.Source})\n"
            );
        page.Append("- **Fix**\n");
        foreach (var (index, step) in steps.Take(issue.Fix.Count).Index())
            page.Append($"  {index + 1}. [{step.Needs.Word()}] {Written(step)}\n");
        if (issue.DoNots.Count > 0)
            page.Append("- **Do not**\n");
        foreach (var never in steps.Skip(issue.Fix.Count))
            page.Append($"  - {Written(never)}\n");
        page.Append($"- **Cured when** {Safe(issue.Proof)}\n- **Source**: {Safe(issue.Heading)}; rung {issue.Rung}\n");
    }

    private static string HeadingOf(KnownIssue issue) => issue.Heading.Split(" (")[0].Split(';')[0].Split(": ")[0];

    private static string Names(KnownIssue issue) => string.Join(", ", issue.Aliases.Prepend(issue.Id));

    private static string Anchor(KnownIssue issue) => issue.Id.ToLowerInvariant();

    // What a variable stands for is said once, at the top of the page.
    private static string Written(FilledStep step) =>
        NotKnown()
            .Replace(
                string.Concat(step.Pieces.Select(piece => piece.IsCommand ? $"`{piece.Text}`" : Safe(piece.Text))),
                ""
            );

    [GeneratedRegex(@" \(\$[a-z0-9_]+ is not known: [^`]*\)$")]
    private static partial Regex NotKnown();

    // An error's text stays as it is shown, so that it is found: only what would begin an element is written anew.
    private static string Safe(string prose) => prose.Replace("<", "&lt;", StringComparison.Ordinal);
}
