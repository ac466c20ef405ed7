using System.Text;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.AsExecuted;

/// <summary>
/// as-executed.md: the dated record of every mutation in the style the runbooks keep by hand. What the run did, on
/// which exact id, when and how long on the cloud's clock, and how it ended; a wait that took otherwise than its
/// runbook says has its deviation beside it.
/// </summary>
public static class AsExecutedLog
{
    private const string Rule = "------------------------------------------------------------------------";

    public static string Of(RunRecord run)
    {
        var log = new StringBuilder();
        log.Append($"# As executed: {Markdown.Text(run.SiteName)}, {Spoken.Day(run.Started)}\n\n");
        log.Append(
            $"Status: AS-EXECUTED {Spoken.Day(run.Started)}, run {Markdown.Code(run.RunId)}, "
                + $"site file {Markdown.Code(run.SiteFile)}, permit {run.Permit.Word()}.\n"
        );
        log.Append(
            $"Times are the cloud's: {Spoken.Moment(run.Started)} to {Spoken.Moment(run.Ended)}, "
                + $"{Spoken.Span(run.Ended - run.Started)}.\n\n"
        );
        if (run.Mutations.Count == 0)
            return log.Append("Nothing was mutated: the run only read.\n").ToString();
        log.Append(Tally(run.Mutations)).Append("\n\n");
        var number = 0;
        // OrderBy is stable: what was planned in the same second stays in the order of the journal.
        foreach (var day in run.Mutations.OrderBy(one => one.Planned).GroupBy(one => Spoken.Day(one.Planned)))
        {
            log.Append($"## {day.Key}\n\n");
            foreach (var mutation in day)
                Block(log, ++number, mutation, run.Ended);
        }

        return log.ToString().TrimEnd('\n') + "\n";
    }

    private static void Block(StringBuilder log, int number, MutationRecord mutation, DateTimeOffset runEnded)
    {
        var title = $"{Plain.Line(mutation.What)} {Plain.Line(mutation.Kind)} {Plain.Line(mutation.Name)}";
        log.Append($"### {number}. {Spoken.Time(mutation.Planned)} -- {Markdown.Text(title)}\n\n");
        var lines = new List<string> { Rule, $"BEGIN as executed: {title}", Rule };
        lines.Add($"what:      {Plain.Line(mutation.What)} {Plain.Line(mutation.Kind)}");
        lines.Add(
            $"on:        {Plain.Line(mutation.Name)} "
                + $"({(mutation.Id is { IsEmpty: false } id ? $"id {Plain.Line(id)}" : "no id was read")})"
        );
        lines.Add($"planned:   {Spoken.Moment(mutation.Planned)}");
        lines.Add(
            mutation.Ended is { } ended
                ? $"ended:     {Spoken.Moment(ended)} (after {Spoken.Span(ended - mutation.Planned)})"
                : $"ended:     not recorded by the end of the run ({Spoken.Moment(runEnded)}): "
                    + "the next run finds it in the journal"
        );
        lines.Add($"outcome:   {Plain.Line(mutation.OutcomeWords)}");
        if (mutation.Deviation is { IsEmpty: false } deviation)
            lines.Add($"deviation: {Plain.Line(deviation)}");
        lines.AddRange([Rule, "END as executed", Rule]);
        log.Append(Markdown.Block(lines)).Append("\n\n");
    }

    private static string Tally(IReadOnlyList<MutationRecord> mutations)
    {
        var failed = mutations.Count(one => one.Outcome == DeedOutcome.Failed);
        var open = mutations.Count(one => one.Ended is null);
        return $"{Spoken.Count(mutations.Count, "mutation")}: {mutations.Count - failed - open} ended as planned, "
            + $"{failed} failed, {open} not recorded as ended.";
    }
}
