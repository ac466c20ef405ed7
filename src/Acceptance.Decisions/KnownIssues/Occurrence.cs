using Acceptance.Cloud.Sites;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>Where a known issue was met: what its fix is filled from.</summary>
/// <param name="Victim">Whom the finding names; null when no finding does.</param>
/// <param name="Site">Null when no site could be read.</param>
public sealed record Occurrence(string? Victim, Site? Site);
