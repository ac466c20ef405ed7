using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Words.Markdown;

namespace Acceptance.Reporting.AsExecuted;

/// <summary>
/// as-executed.md: the dated record of every mutation in the style the runbooks keep by hand. What the run did, on
/// which exact id, when and how long on the cloud's clock, and how it ended; a wait that took otherwise than its
/// runbook says has its deviation beside it.
/// </summary>
public static class AsExecutedLog
{
    private static readonly Sentence Rule = $"------------------------------------------------------------------------";

    public static string Of(RunRecord run)
    {
        Markdown log = $"# As executed: {run.SiteName}, {Spoken.Day(run.Started)}\n\n";
        log.Add(
            $"Status: AS-EXECUTED {Spoken.Day(run.Started)}, run {Code(run.RunId)}, site file {Code(run.SiteFile)}, "
                + $"permit {run.Permit.Word()}.\n"
        );
        log.Add(
            $"Times are the cloud's: {Spoken.Moment(run.Started)} to {Spoken.Moment(run.Ended)}, "
                + $"{Spoken.Span(run.Ended - run.Started)}.\n\n"
        );
        if (run.Mutations.Count == 0)
        {
            log.Add($"Nothing was mutated: the run only read.\n");
            return log.ToString();
        }

        log.Add($"{Tally(run.Mutations)}\n\n");
        var number = 0;
        // OrderBy is stable: what was planned in the same second stays in the order of the journal.
        foreach (var day in run.Mutations.OrderBy(one => one.Planned).GroupBy(one => Spoken.Day(one.Planned)))
        {
            log.Add($"## {day.Key}\n\n");
            foreach (var mutation in day)
                log.Add(Deed(++number, mutation, run.Ended));
        }

        return log.ToString();
    }

    private static Markdown Deed(int number, MutationRecord mutation, DateTimeOffset runEnded)
    {
        Sentence title = $"{mutation.What} {mutation.Kind} {mutation.Name}";
        List<Sentence> lines =
        [
            Rule,
            $"BEGIN as executed: {title}",
            Rule,
            $"what:      {mutation.What} {mutation.Kind}",
            mutation.Id is { IsEmpty: false } id
                ? (Sentence)$"on:        {mutation.Name} (id {id})"
                : $"on:        {mutation.Name} (no id was read)",
            $"planned:   {Spoken.Moment(mutation.Planned)}",
            mutation.Ended is { } ended
                ? (Sentence)$"ended:     {Spoken.Moment(ended)} (after {Spoken.Span(ended - mutation.Planned)})"
                : $"ended:     not recorded by the end of the run ({Spoken.Moment(runEnded)}): "
                    + $"the next run finds it in the journal",
            $"outcome:   {mutation.OutcomeWords}",
        ];
        if (mutation.Deviation is { IsEmpty: false } deviation)
            lines.Add($"deviation: {deviation}");
        lines.AddRange([Rule, $"END as executed", Rule]);
        return $"### {number}. {Spoken.Time(mutation.Planned)} -- {title}\n\n{Block(lines)}\n\n";
    }

    private static Sentence Tally(IReadOnlyList<MutationRecord> mutations)
    {
        var failed = mutations.Count(one => one.Outcome == DeedOutcome.Failed);
        var open = mutations.Count(one => one.Ended is null);
        return $"{Spoken.Count(mutations.Count, "mutation")}: {mutations.Count - failed - open} ended as planned, "
            + $"{failed} failed, {open} not recorded as ended.";
    }
}
