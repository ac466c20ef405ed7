using Acceptance.Cloud;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs;

/// <summary>What is relied on: a reading's value or a passing verdict, else its verdict is carried up.</summary>
public static class Reliance
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

    public static void OrStop(this Verdict verdict)
    {
        if (!verdict.Passes)
            throw new VerdictException(verdict);
    }
}
