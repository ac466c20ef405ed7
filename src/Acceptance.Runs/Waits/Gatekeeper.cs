using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;

namespace Acceptance.Runs.Waits;

/// <summary>
/// The only loop that waits. A wait has a named budget and a reason, sleeps on the cloud's clock, stops early on a
/// state that cannot become right, and says every ten seconds of wall time what it waits for and since when.
/// It is no pipeline of Polly's: that one's delay joins the clock only while it sleeps, and a poller must keep its
/// place from look to look, so that of two that wait at once none jumps past the other's deadline.
/// </summary>
public sealed class Gatekeeper(ICloudClock clock, Site site, TimeProvider wall, Action<Sentence> say)
{
    private static readonly TimeSpan SaysEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LooksBelowEvery = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Looks until the state is reached; a verdict of what was last seen when the budget is spent.
    /// <paramref name="below"/> looks at what the state stands on: a cause that two looks in a row see ends the wait
    /// early, and one seen at the end is told instead of the wait.
    /// </summary>
    /// <param name="reason">What is waited for, to be read after "waited until".</param>
    public async Task<T> Until<T>(
        string budget,
        string reason,
        string victim,
        Func<Task<Observation<T>>> look,
        ILookBelow? below = null,
        CancellationToken cancel = default
    )
    {
        var allowed = Budgets.Of(site, budget);
        await using var sleeper = await clock.Join(cancel);
        var wait = new Waiting(this, allowed, reason, victim, below);
        while (true)
        {
            var seen = await look();
            if (seen is Observation<T>.Reached reached)
                return reached.Value;
            if (seen is Observation<T>.Never never)
                throw await wait.Stopped(never.Seen, never.Entry, never.Evidence);
            var (last, evidence) = (Observation<T>.NotYet)seen;
            if (await wait.Hopeless(last, evidence) is { } hopeless)
                throw hopeless;
            wait.Say(last);
            await sleeper.Sleep(allowed.Interval, cancel);
        }
    }

    /// <summary>
    /// Looks again at what is in between, until it is no more or the budget is spent; what was last seen, and how long
    /// that took.
    /// </summary>
    public async Task<(T Last, TimeSpan Took)> Settle<T>(
        string budget,
        T first,
        Func<T, bool> moves,
        Func<Task<T>> look
    )
    {
        var (allowed, started, last) = (Budgets.Of(site, budget), clock.Now, first);
        await using var sleeper = await clock.Join(CancellationToken.None);
        while (moves(last) && clock.Now - started < allowed.Limit)
        {
            await sleeper.Sleep(allowed.Interval, CancellationToken.None);
            last = await look();
        }

        return (last, clock.Now - started);
    }

    /// <summary>
    /// Looks at a steady interval until <paramref name="done"/> says so: a continuous probe beside an action.
    /// </summary>
    public async Task Meanwhile(TimeSpan interval, Func<bool> done, Func<Task> look, CancellationToken cancel = default)
    {
        await using var sleeper = await clock.Join(cancel);
        while (!done())
        {
            await look();
            await sleeper.Sleep(interval, cancel);
        }
    }

    private DateTimeOffset Now => clock.Now;

    private long Timestamp => wall.GetTimestamp();

    private TimeSpan Elapsed(long since) => wall.GetElapsedTime(since);

    private void Say(Sentence line) => say(line);

    /// <summary>Lets a window pass.</summary>
    public async Task Window(TimeSpan window, CancellationToken cancel = default)
    {
        await using var sleeper = await clock.Join(cancel);
        await sleeper.Sleep(window, cancel);
    }

    private static string Minutes(TimeSpan span) =>
        span.TotalMinutes >= 1 ? $"{span.TotalMinutes:0.#} min" : $"{span.TotalSeconds:0} s";

    /// <summary>One wait: since when, what was last seen, and whether it may still end well.</summary>
    private sealed class Waiting(Gatekeeper keeper, Budget allowed, string reason, string victim, ILookBelow? below)
    {
        private readonly DateTimeOffset _started = keeper.Now;
        private DateTimeOffset _lookedBelow = keeper.Now;
        private long _saidAt = keeper.Timestamp;
        private bool _suspected;

        private TimeSpan Waited => keeper.Now - _started;

        /// <summary>It cannot become right: with a cause of its own, or the one that lies below.</summary>
        public async Task<VerdictException> Stopped(Sentence seen, string? entry, Evidence? evidence) =>
            new(
                Ended(
                    entry is null && below is not null ? await below.AtTheEnd() : null,
                    $"waited {Minutes(Waited)} until {reason}: {seen}",
                    entry,
                    evidence
                )
            );

        /// <summary>
        /// Null while there is hope: the budget is not spent, and nothing below keeps it from becoming right.
        /// </summary>
        public async Task<VerdictException?> Hopeless(Sentence last, Evidence? evidence)
        {
            if (Waited >= allowed.Limit)
            {
                var cause = below is null ? null : await below.AtTheEnd();
                return new(
                    Ended(
                        cause,
                        $"waited {Minutes(Waited)} until {reason} (the budget \"{allowed.Name}\", "
                            + $"from {allowed.Source}): still {last}",
                        null,
                        evidence
                    )
                );
            }

            if (below is null || keeper.Now - _lookedBelow < LooksBelowEvery)
                return null;
            _lookedBelow = keeper.Now;
            var suspected = await below.MeanWhile();
            if (suspected is null || !_suspected)
            {
                _suspected = suspected is not null;
                return null;
            }

            return new(
                Ended(
                    await below.AtTheEnd() ?? suspected,
                    $"so the wait until {reason} was given up after {Minutes(Waited)} at {last}",
                    null,
                    evidence
                )
            );
        }

        public void Say(Sentence last)
        {
            if (keeper.Elapsed(_saidAt) < SaysEvery)
                return;
            _saidAt = keeper.Timestamp;
            keeper.Say(
                $"waiting since {_started:HH:mm:ss} ({Minutes(Waited)} of {Minutes(allowed.Limit)}) "
                    + $"until {reason}; last seen: {last}"
            );
        }

        private Verdict Ended(Verdict.Broken? cause, Sentence wait, string? entry, Evidence? evidence) =>
            cause is not null ? cause.And(wait) : Verdict.Break(wait, victim, entry, evidence);
    }
}
