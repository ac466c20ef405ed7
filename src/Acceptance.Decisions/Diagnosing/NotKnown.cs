using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>A check that could not be judged, or not of everything that it is about.</summary>
/// <param name="Because">What was missing.</param>
public sealed record NotKnown(Check Check, Sentence Because, Evidence Evidence)
{
    /// <summary>The entries that may stand there unseen.</summary>
    public IReadOnlyList<string> Hides { get; } = KnownIssueIndex.SeenBy(Check);
}
