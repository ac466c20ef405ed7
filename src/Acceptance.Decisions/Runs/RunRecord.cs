using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;

namespace Acceptance.Decisions.Runs;

/// <summary>
/// Everything a run leaves for its reports. Nothing in it is a secret: evidence is redacted before it comes here.
/// </summary>
public sealed record RunRecord(
    string RunId,
    string SiteName,
    string SiteFile,
    Permit Permit,
    string? Filter,
    DateTimeOffset Started,
    DateTimeOffset Ended,
    TimeSpan Wall,
    IReadOnlyList<RungRecord> Ladder,
    IReadOnlyList<ScenarioRecord> Scenarios,
    IReadOnlyList<MutationRecord> Mutations,
    IReadOnlyList<Sentence> Notes
)
{
    /// <summary>What fixes are filled from; null when the run never got to read it.</summary>
    public Site? Site { get; init; }
}
