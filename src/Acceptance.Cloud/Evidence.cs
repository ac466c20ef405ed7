using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud;

/// <summary>The exchange behind a fact, redacted.</summary>
/// <param name="Asked">What was asked: "GET https://…/v3 -> 300", or the argv as typed.</param>
/// <param name="ByHand">The runbook-style command that reproduces it by hand.</param>
/// <param name="Excerpt">The telling part of the answer, at most a few lines; empty where there was none.</param>
/// <param name="At">When it was read, on the cloud's clock.</param>
public sealed record Evidence(Sentence Asked, ByHand ByHand, Excerpt Excerpt, DateTimeOffset At)
{
    /// <summary>
    /// What the site allows and weakens what was read: it is said in each verdict that rests on this. Null: nothing.
    /// </summary>
    public Sentence? Reservation { get; init; }

    /// <summary>The other exchanges that a verdict of several facts rests on.</summary>
    public IReadOnlyList<Evidence> Beside { get; init; } = [];

    /// <summary>Nothing was asked, and nothing came back.</summary>
    public bool IsEmpty => Asked.IsEmpty && ByHand.IsEmpty && Excerpt.IsEmpty;

    /// <summary>
    /// What was asked, where it is not the command by hand in the same words; null: nothing more than that.
    /// </summary>
    public Sentence? AskedOtherwise => Asked.IsEmpty || Asked.ToString() == ByHand.ToString() ? null : Asked;

    /// <summary>This exchange and those beside it.</summary>
    public IEnumerable<Evidence> All => [this with { Beside = [] }, .. Beside];

    public static Evidence None { get; } = new($"", $"", Excerpt.None, default);

    /// <summary>
    /// The evidence of a verdict that rests on several facts: the first one leads, the others stand beside it.
    /// </summary>
    public static Evidence Joined(params IReadOnlyList<Evidence> all) =>
        all.Where(one => !one.Asked.IsEmpty).Distinct().ToArray() switch
        {
            [] => None,
            [var only] => only,
            [var first, .. var beside] => first with { Beside = beside },
        };
}
