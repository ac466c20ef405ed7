using Acceptance.Cloud.Permits;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>One step of a fix in the runbook's words, commands between back-ticks, with the permit it needs.</summary>
public sealed record FixStep(StepText Text, Permit Needs)
{
    /// <summary>
    /// Ids of the twin's faults that it is for, where an entry has a step for each of several causes; null: for every
    /// one. Empty: for none of them, because it is a person's to decide.
    /// </summary>
    public IReadOnlyList<string>? Cures { get; init; }

    /// <summary>
    /// Where it asks at a terminal: what prints a person's answers, a line each; it is typed once an answer.
    /// </summary>
    public string? Answers { get; init; }
}
