using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>One thing that a check found.</summary>
public sealed record Symptom(Check Check, Finding Finding)
{
    /// <summary>The entry that it leads to; the check where it leads to none.</summary>
    public string Cause => Finding.Entry ?? Check.Id;

    /// <summary>It was not found but stands for what could not be read: a login that is refused, say.</summary>
    public bool IsUnread { get; init; }
}
