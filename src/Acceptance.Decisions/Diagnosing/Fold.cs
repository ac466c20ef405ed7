using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>What was found and follows from a root, by the root's own data.</summary>
/// <param name="By">That data: what would show that it does not follow.</param>
public sealed record Fold(Symptom Symptom, Consequence By)
{
    /// <summary>
    /// The entries that might stand by themselves too, which cannot be told before the root is cured.
    /// </summary>
    public IReadOnlyList<string> Hides { get; } =
        Symptom.Finding.Entry is { } entry ? [entry] : KnownIssueIndex.SeenBy(Symptom.Check);
}
