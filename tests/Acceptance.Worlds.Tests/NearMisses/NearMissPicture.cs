using System.Collections.Concurrent;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Diagnosing;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Worlds.Tests.NearMisses;

/// <summary>How a collected report looks to what is read: a fault, or a fact put in; neither: all is well.</summary>
/// <param name="Put">What is put in, read aloud.</param>
internal sealed record NearMissPicture(string Put)
{
    private const int Seed = 12;

    /// <summary>By fault: a world is asked once, and left as it is.</summary>
    private static readonly ConcurrentDictionary<string, Task<Surveying>> Surveys = new();

    public string? Fault { get; init; }

    public bool IsWell => Fault is null && Alteration is null;

    private Func<FactBook, Task<FactKey>>? Alteration { get; init; }

    public static NearMissPicture Of<T>(string put, FactKey<T> key, Func<T, DateTimeOffset, T> change) =>
        new(put)
        {
            Alteration = async facts =>
            {
                if (await facts.Read(key) is not Reading<T>.Seen seen)
                    throw new InvalidOperationException($"{key.Id} cannot be read of this world");
                facts.Put(key, seen with { Value = change(seen.Value, seen.Evidence.At) });
                return key;
            },
        };

    /// <summary>Of which nothing can be read.</summary>
    public static NearMissPicture Unread<T>(string put, FactKey<T> key) =>
        new(put)
        {
            Alteration = facts =>
            {
                facts.Put(key, new Reading<T>.Unread(Unreadable.TimedOut, $"{key.Id}: {put}", Evidence.None));
                return Task.FromResult<FactKey>(key);
            },
        };

    public async Task<(RootCauses Causes, DrawnWorld World)> Diagnosed()
    {
        var (world, judged, model) = await Surveys.GetOrAdd(Fault ?? "", Surveyed);
        if (Alteration is null)
            return (RootCauses.Of(judged, model), world);
        var facts = world.Facts();
        var key = await Alteration(facts);
        var verdicts = await Task.WhenAll(
            judged.Select(async one => one.Check.Facts.Contains(key) ? (one.Check, await Now(one.Check, facts)) : one)
        );
        return (RootCauses.Of(verdicts, (await facts.Read(JujuFacts.Model)).ValueOrDefault), world);
    }

    private static async Task<Surveying> Surveyed(string fault)
    {
        var world =
            BrokenWorlds.Broken(Seed, "accepted", fault.Length == 0 ? [] : [fault])
            ?? throw new InvalidOperationException($"{fault} finds no victim");
        var (judged, model) = await world.Survey();
        return new(world, judged, model);
    }

    // What is put in stays as it is: it was looked at again, and is so still.
    private static async Task<Verdict> Now(Check check, FactBook facts) =>
        check.Judge(await facts.Gather(check.Facts)) is var verdict && verdict is Verdict.Broken broken
            ? broken with
            {
                Findings = [.. broken.Findings.Select(one => one with { MaySettle = false })],
            }
            : verdict;

    private sealed record Surveying(
        DrawnWorld World,
        IReadOnlyList<(Check Check, Verdict Verdict)> Judged,
        JujuModel? Model
    );
}
