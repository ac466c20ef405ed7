namespace Acceptance.Decisions.KnownIssues;

/// <summary>One entry of the troubleshooting index: what it is, on which rung it lies, why it happens, how it is mended, how the cure is proven.</summary>
/// <param name="Tag">The coverage tag.</param>
/// <param name="Title">The entry's heading.</param>
/// <param name="Layer">The rung it breaks.</param>
/// <param name="Source">Runbook and heading.</param>
public sealed record KnownIssue(
    string Tag,
    string Title,
    KnownIssueKind Kind,
    string Layer,
    string Source,
    string Cause,
    IReadOnlyList<FixStep> Fix,
    string Proof
);
