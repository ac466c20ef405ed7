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
public sealed record NearMiss(string Looks, string Is, StepText ToldApartBy, string DoNot, string Source)
{
    /// <summary>The entry itself, in other words than its symptom's: its fix is right.</summary>
    public bool IsTheEntry { get; init; }

    /// <summary>
    /// A check reads the fact that decides, so that nothing of this kind is called the entry; of the others the fact
    /// is named before the entry's fix is.
    /// </summary>
    public bool IsRead { get; init; }
}
