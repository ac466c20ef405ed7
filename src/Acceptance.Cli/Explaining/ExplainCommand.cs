using System.CommandLine;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Spelling;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Waits;

namespace Acceptance.Cli.Explaining;

/// <summary>`acceptance explain ID`: all that is known of one entry of the index. Asks no cloud.</summary>
internal static class ExplainCommand
{
    private const int NearNames = 3;

    public static Command Make(TextWriter output)
    {
        var id = new Argument<string>("ID")
        {
            Description = "An entry's id or alias, or a fault of the twin that makes it; capitals do not count.",
        };
        var site = new Option<string?>("--site")
        {
            Description = "A site file that the commands are filled from; without it its names stay variables.",
        };
        var command = new Command(
            "explain",
            "Says all that is known of one entry: symptom, cause, how it is told from what looks like it, fix and "
                + "proof. Asks no cloud.\n\nExamples:\n  acceptance explain D-045\n"
                + "  acceptance explain vault-sealed --site my-site.json"
        )
        {
            id,
            site,
        };
        command.SetAction(parsed =>
        {
            var issue = Meant(parsed.GetRequiredValue(id));
            var from = parsed.GetValue(site) is { Length: > 0 } file
                ? new SiteReader(Budgets.ByName.Keys, KnownIssueIndex.AllNames).Read(file)
                : null;
            foreach (var line in EntryText.Lines(issue, from))
                output.WriteLine(line);
            return ExitCode.Kept;
        });
        return command;
    }

    // An id goes before a fault of that name, which may belong to what it follows from.
    private static KnownIssue Meant(string typed) =>
        KnownIssueIndex.Find(typed.Trim())
        ?? KnownIssueIndex.OfFault(typed.Trim())
        ?? throw new Refusal(
            ExitCode.Usage,
            $"acceptance explain: no entry, alias or fault is called '{typed}'; near it: "
                + $"{string.Join(", ", NearestTo(typed))}; all of them: acceptance list entries."
        );

    private static IEnumerable<string> NearestTo(string typed) =>
        KnownIssueIndex
            .All.SelectMany(issue => issue.Aliases.Prepend(issue.Id).Concat(issue.Faults))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => EditDistance.Between(typed.ToLowerInvariant(), name.ToLowerInvariant()))
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Take(NearNames);
}
