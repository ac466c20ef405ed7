using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Standing;

/// <summary>What a run amounts to: worked out once, said by every report in its own form.</summary>
public sealed record RunStanding(
    RunRecord Run,
    AcceptanceLevel Level,
    Headline Headline,
    VerdictCounts Counts,
    RedCause? Cause,
    IReadOnlyList<BarRow> Bar,
    IReadOnlyList<RungStanding> Rungs,
    IReadOnlyList<WaiverStanding> Waivers
)
{
    /// <summary>The cloud's time that the run took.</summary>
    public TimeSpan CloudTime => Run.Ended - Run.Started;

    public static RunStanding Of(RunRecord run)
    {
        var cause = RedCause.Of(run);
        return new RunStanding(
            run,
            ExitGate.Level(run.Scenarios),
            Headline.Of(run, cause),
            VerdictCounts.Of(run.Scenarios),
            cause,
            BarRow.Of(run.Scenarios),
            RungStanding.Of(run.Ladder),
            WaiverStanding.Of(run)
        );
    }

    /// <summary>
    /// Red scenarios that the cause does not explain: of another entry or none, and not the gate, which only sums up.
    /// </summary>
    public IReadOnlyList<ScenarioRecord> AlsoRed =>
        [
            .. Run.Scenarios.Where(one =>
                one.Verdict is Verdict.Broken or Verdict.Unknown
                && !one.Tags.Contains("phase-08.exit")
                && !IsOfTheCause(one)
            ),
        ];

    /// <summary>"5 rungs green, 1 red, 11 held back".</summary>
    public Sentence RungSentence
    {
        get
        {
            var words = Rungs.GroupBy(rung => rung.Look.Word).Select(group => $"{group.Count()} {group.Key}");
            return $"{string.Join(", ", words)} of {Rungs.Count} rungs";
        }
    }

    /// <summary>What the run found and did not make, in the words of whoever said so; each once.</summary>
    public IReadOnlyList<Sentence> Found =>
        [
            .. Run
                .Scenarios.SelectMany(one => one.Notes.Append(one.Verdict.Beside()))
                .Concat(Run.Notes)
                .Where(said => said.ToString().Contains("found, not made", StringComparison.OrdinalIgnoreCase))
                .Distinct(),
        ];

    /// <summary>What scenarios and the run remarked, each once.</summary>
    public IReadOnlyList<Sentence> Remarks =>
        [.. Run.Notes.Concat(Run.Scenarios.SelectMany(one => one.Notes)).Where(note => !note.IsEmpty).Distinct()];

    private bool IsOfTheCause(ScenarioRecord one) =>
        Cause is { } cause
        && (
            ReferenceEquals(one, cause.SeenBy)
            || (
                one.Verdict.RoutesTo is { } entry
                && cause.Diagnosis.Issue is { } issue
                && KnownIssueIndex.Find(entry) == issue
            )
            || (
                one.Verdict is Verdict.Broken or Verdict.Unknown
                && one.Verdict.Causes is [var only]
                && only == cause.Diagnosis.Cause
            )
        );
}
