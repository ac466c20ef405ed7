using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Asserts;

/// <summary>An item with what became of it.</summary>
public sealed record AssertedItem(CloudAssertItem Item, Verdict Verdict)
{
    /// <summary>PASS, WAIVED, FAIL, HELD, UNKNOWN, NOT ASKED, NOT PERMITTED.</summary>
    public string Word =>
        Verdict switch
        {
            Verdict.Waived => "WAIVED",
            { Passes: true } => "PASS",
            Verdict.Broken => "FAIL",
            Verdict.Blocked => "HELD",
            Verdict.NotAsked => "NOT ASKED",
            Verdict.NotPermitted => "NOT PERMITTED",
            _ => "UNKNOWN",
        };

    /// <summary>It speaks against the cloud itself: what is held back does not, what holds it back does.</summary>
    public bool Fails => Verdict is Verdict.Broken or Verdict.Unknown or Verdict.NotPermitted;

    /// <summary>Title and sentence; what fails says where it leads, or that it leads nowhere.</summary>
    public Sentence Line => Entry is { } leads ? $"{Item.Title}: {Verdict.Sentence} ({leads})" : Plain;

    /// <summary>"known issue D-045"; null for what does not fail.</summary>
    public string? Entry =>
        !Fails ? null
        : Verdict.RoutesTo is { } entry ? $"known issue {entry}"
        : "no known issue";

    private Sentence Plain => $"{Item.Title}: {Verdict.Sentence}";
}
