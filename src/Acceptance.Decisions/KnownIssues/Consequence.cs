using Acceptance.Decisions.Checks;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>A check that goes red or unknown because of something else, so that it is no cause of its own.</summary>
/// <param name="Unless">What would show that it does not follow: reads after "unless".</param>
public sealed record Consequence(Check Check, Effects Effects, string Unless)
{
    /// <summary>The entry that the check's finding leads to; null: to none.</summary>
    public string? Entry { get; init; }

    public Bond Bond { get; init; }

    /// <summary>It follows only where the cause is this one's: a service by the site's name for it.</summary>
    public string? Of { get; init; }

    /// <summary>The faults of the roster that show it; empty: each.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>It is what the entry itself follows from: seen with it, and never folded under it.</summary>
    public bool IsBeneath { get; init; }
}
