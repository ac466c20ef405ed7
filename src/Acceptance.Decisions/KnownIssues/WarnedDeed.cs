using Acceptance.Decisions.Checks;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>What an entry warns of, as it would be typed, and the check that then names more than before.</summary>
/// <param name="Text">The command, between back-ticks.</param>
/// <param name="Tells">Whom it hurts is told by this check.</param>
public sealed record WarnedDeed(StepText Text, Check Tells);
