using Acceptance.Cloud;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;

namespace Acceptance.Steps.Runs;

/// <summary>
/// The only loop that waits. A wait has a named budget and a reason, sleeps on the cloud's clock, stops early on a state that cannot
/// become right, and says every ten seconds of wall time what it waits for and since when.
/// </summary>
public sealed class Gatekeeper(ICloudClock clock, Site site, TimeProvider wall, Action<string> say)
{
    private static readonly TimeSpan SaysEvery = TimeSpan.FromSeconds(10);

    /// <summary>Looks until the state is reached; a verdict of what was last seen when the budget is spent.</summary>
    public async Task<T> Until<T>(string budget, string reason, string victim, Func<Task<Observation<T>>> look, CancellationToken cancel = default)
    {
        var allowed = Budgets.Of(site, budget);
        await using var sleeper = await clock.Join(cancel);
        var started = clock.Now;
        var saidAt = wall.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (seen is Observation<T>.Reached reached) return reached.Value;
            if (seen is Observation<T>.Never never) throw new VerdictException(Verdict.Break($"{reason}: {never.Seen}", victim, never.Entry));
            var last = ((Observation<T>.NotYet)seen).Seen;
            var waited = clock.Now - started;
            if (waited >= allowed.Limit)
                throw new VerdictException(Verdict.Break($"{reason}: after {Minutes(waited)} ({allowed.Name}, budget from {allowed.Source}) still {last}", victim, null));
            if (wall.GetElapsedTime(saidAt) >= SaysEvery)
            {
                saidAt = wall.GetTimestamp();
                say($"waiting since {started:HH:mm:ss} ({Minutes(waited)} of {Minutes(allowed.Limit)}): {reason}; last seen: {last}");
            }

            await sleeper.Sleep(allowed.Interval, cancel);
        }
    }

    /// <summary>Looks at a steady interval until <paramref name="done"/> says so: a continuous probe beside an action.</summary>
    public async Task Meanwhile(TimeSpan interval, Func<bool> done, Func<Task> look, CancellationToken cancel = default)
    {
        await using var sleeper = await clock.Join(cancel);
        while (!done())
        {
            await look();
            await sleeper.Sleep(interval, cancel);
        }
    }

    /// <summary>Lets a window pass.</summary>
    public async Task Window(TimeSpan window, CancellationToken cancel = default)
    {
        await using var sleeper = await clock.Join(cancel);
        await sleeper.Sleep(window, cancel);
    }

    private static string Minutes(TimeSpan span) => span.TotalMinutes >= 1 ? $"{span.TotalMinutes:0.#} min" : $"{span.TotalSeconds:0} s";
}
