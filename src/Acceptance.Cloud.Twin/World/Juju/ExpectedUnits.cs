namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>What is normal for an application of this world: the row of a site's expected-state table.</summary>
/// <param name="Messages">Regular expressions, one of which the whole message matches; empty: any.</param>
/// <param name="Units">Units of its own; null for a subordinate.</param>
internal sealed record ExpectedUnits(
    string Application,
    IReadOnlyList<string> Workload,
    IReadOnlyList<string> Agent,
    IReadOnlyList<string> Messages,
    int? Units,
    string? Because,
    string Channel,
    int Revision
);
