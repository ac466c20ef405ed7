using Acceptance.Cloud;

namespace Acceptance.Decisions.Verdicts;

/// <summary>From a reading to a verdict: what was not read is unknown, with the port's own sentence.</summary>
public static class Judging
{
    public static Verdict Judge<T>(this Reading<T> reading, Func<T, Evidence, Verdict> judge) =>
        reading switch
        {
            Reading<T>.Seen seen => judge(seen.Value, seen.Evidence),
            Reading<T>.Unread unread => unread.ToVerdict(),
            _ => throw new InvalidOperationException("a reading is seen or unread"),
        };

    /// <summary>An unread fact proves nothing; a refused permit and an expired login have their own words.</summary>
    public static Verdict ToVerdict<T>(this Reading<T>.Unread unread) =>
        unread.Why switch
        {
            Unreadable.NotPermitted => new Verdict.NotPermitted(unread.Sentence, Cloud.Permits.Permit.Mutate),
            Unreadable.LoginNeeded => Verdict.NotKnown(unread.Sentence, JujuMacaroon.Id, unread.Evidence),
            _ => Verdict.NotKnown(unread.Sentence, null, unread.Evidence),
        };

    /// <summary>For what must answer: not answering is itself the finding.</summary>
    public static Verdict JudgeMust<T>(
        this Reading<T> reading,
        string victim,
        string? entry,
        Func<T, Evidence, Verdict> judge
    ) =>
        reading switch
        {
            Reading<T>.Unread
            {
                Why: Unreadable.NotPermitted
                    or Unreadable.LoginNeeded
                    or Unreadable.NotOursToRead
                    or Unreadable.NotEmulated
            } => reading.Judge(judge),
            Reading<T>.Unread unread => Verdict.Break(unread.Sentence, victim, entry, unread.Evidence),
            _ => reading.Judge(judge),
        };
}
