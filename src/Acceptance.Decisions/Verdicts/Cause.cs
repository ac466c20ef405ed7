using Acceptance.Cloud;

namespace Acceptance.Decisions.Verdicts;

/// <summary>What makes two verdicts one: never their words, so that a message may be reworded.</summary>
/// <param name="What">The tag, the question, the permit, the rung or the resource.</param>
/// <param name="Victim">Empty where the cause has none.</param>
public sealed record Cause(CauseKind Kind, string What, string Victim = "")
{
    /// <summary>
    /// A question as it is repeated by hand: what was asked also tells tries and answers, which differ from time to
    /// time.
    /// </summary>
    internal static string Question(Evidence evidence) =>
        (evidence.ByHand.IsEmpty ? (object)evidence.Asked : evidence.ByHand).ToString()!;
}
