namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>A continuous probe: when each question was asked, and whether it was answered.</summary>
public sealed record ProbeLog(IReadOnlyList<(DateTimeOffset At, bool Answered)> Asked)
{
    /// <summary>
    /// The longest stretch of unanswered questions: first unanswered to the next answered one; zero when all were
    /// answered.
    /// </summary>
    public Gap LongestGap
    {
        get
        {
            var longest = new Gap(Asked.Count == 0 ? default : Asked[0].At, TimeSpan.Zero);
            DateTimeOffset? from = null;
            foreach (var (at, answered) in Asked)
            {
                if (!answered)
                {
                    from ??= at;
                    continue;
                }

                if (from is { } start && at - start > longest.Length)
                    longest = new Gap(start, at - start);
                from = null;
            }

            if (from is { } open && Asked[^1].At - open > longest.Length)
                longest = new Gap(open, Asked[^1].At - open);
            return longest;
        }
    }
}
