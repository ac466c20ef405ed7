using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;

namespace Acceptance.Runs;

/// <summary>What the operator set: the environment wins over the runner's parameters (DESIGN 6.7).</summary>
/// <param name="Site">A site file, or "twin".</param>
/// <param name="Permit">Null: the site's own default.</param>
/// <param name="Faults">Fault ids to inject at the start; only where the site offers faults.</param>
/// <param name="Reports">Where reports go.</param>
/// <param name="State">Where journal and lock live, outside the work tree.</param>
/// <param name="Root">The root of the repository, for the literal lines.</param>
public sealed record RunSettings(
    string Site,
    Permit? Permit,
    IReadOnlyList<string> Faults,
    string Reports,
    string State,
    string Root
)
{
    /// <summary>Of each file of a report.</summary>
    public UnixFileMode ReportsMode { get; init; } = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Why a setting was refused: the first finding of the run.</summary>
    public Sentence? Refused { get; init; }
}
