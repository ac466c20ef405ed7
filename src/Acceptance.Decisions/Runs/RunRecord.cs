using Acceptance.Decisions.Permits;

namespace Acceptance.Decisions.Runs;

/// <summary>Everything a run leaves for its reports. Nothing in it is a secret: evidence is redacted before it comes here.</summary>
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
    IReadOnlyList<string> Notes
);
