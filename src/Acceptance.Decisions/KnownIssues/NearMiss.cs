namespace Acceptance.Decisions.KnownIssues;

/// <summary>
/// What looks like an entry and is not it, so that the entry's fix would not help or would do harm; or the entry
/// itself in other words than its symptom's.
/// </summary>
/// <param name="Looks">What is seen of it, with the error words as they are shown.</param>
/// <param name="Is">What it is in truth.</param>
/// <param name="ToldApartBy">The fact that decides, or the command that reads it; it changes nothing.</param>
/// <param name="DoNot">What must not be done about it and what helps, read after "do not".</param>
/// <param name="Source">The row of the collected reports (N79), or the runbook that it follows from.</param>
public sealed record NearMiss(string Looks, string Is, StepText ToldApartBy, string DoNot, string Source);
