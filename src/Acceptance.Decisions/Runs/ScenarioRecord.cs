using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Runs;

/// <summary>
/// A scenario that ran: what it promised, what it needs, what was found. Times are the cloud's; Wall is the
/// machine's.
/// </summary>
public sealed record ScenarioRecord(
    string Feature,
    string FeatureNarrative,
    string Title,
    string File,
    IReadOnlyList<string> Tags,
    string? Layer,
    Permit Needs,
    IReadOnlyList<StepRecord> Steps,
    Verdict Verdict,
    DateTimeOffset Started,
    TimeSpan Took,
    TimeSpan Wall,
    IReadOnlyList<Sentence> Notes
)
{
    /// <summary>Counts for acceptance (a rehearsal runs on a twin of its own and counts for nothing).</summary>
    public bool IsAcceptance => Tags.Contains("Acceptance");
}
