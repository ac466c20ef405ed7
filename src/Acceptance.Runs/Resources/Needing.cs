using Acceptance.Cloud;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Resources;

/// <summary>Turns readings that a deed relies on into values, or carries their verdict up.</summary>
public static class Needing
{
    public static T OrStop<T>(this Reading<T> reading) =>
        reading switch
        {
            Reading<T>.Seen seen => seen.Value,
            Reading<T>.Unread unread => throw new VerdictException(unread.ToVerdict()),
            _ => throw new InvalidOperationException("a reading is seen or unread"),
        };

    /// <summary>A deed that must succeed: its failure is a finding about the victim.</summary>
    public static T OrBreak<T>(this Reading<T> reading, string victim, string? entry) =>
        reading switch
        {
            Reading<T>.Unread { Why: not Unreadable.NotPermitted } unread => throw new VerdictException(
                Verdict.Break(unread.Sentence, victim, entry, unread.Evidence)
            ),
            _ => reading.OrStop(),
        };

    public static void Passing(Verdict verdict)
    {
        if (!verdict.Passes)
            throw new VerdictException(verdict);
    }

    public static void Permit(RunParts parts, Permit needed, string what)
    {
        if (parts.Permit < needed)
            throw new VerdictException(new Verdict.NotPermitted(what, needed));
    }
}
