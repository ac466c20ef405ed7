using Acceptance.Benchmarks.Measuring;
using Acceptance.Cloud;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;

namespace Acceptance.Benchmarks.Answers;

/// <summary>Our side, in a process of its own: reads the site, opens the drivers, asks everything at once.</summary>
internal static class OurPass
{
    public const string Word = "ask";

    public static async Task<int> Run(string[] rest, TimeProvider clock)
    {
        var ground = Ground.FromJson(rest[0]);
        var cold = await Once(ground, clock);
        Child.Answer(new OurPasses(cold, await Once(ground, clock)));
        return 0;
    }

    private static async Task<OurAnswers> Once(Ground ground, TimeProvider clock)
    {
        var start = clock.GetTimestamp();
        var gate = new CountingGate(Questions.All.Count);
        // The system's clock, as on a real site: no question waits, and the clients do not ask the twin what time it
        // is either.
        var site = new SiteReader().Read(ground.SiteFile) with
        {
            Clock = new SiteClock(),
        };
        await using var cloud = LiveCloud.Open(site, ground.Home, gate);
        var asked = new Asked(
            cloud,
            () => Value(cloud.Cluster(File.ReadAllText(ground.WorkloadKubeconfig)), "the workload's kubeconfig")
        );
        var opened = clock.GetElapsedTime(start);
        var answers = new Task<Answer>[Questions.All.Count];
        foreach (var number in Order)
            answers[number] = Task.Run(() => One(Questions.All[number], number, asked, gate, clock));
        return new OurAnswers(await Task.WhenAll(answers), opened, clock.GetElapsedTime(start) - opened);
    }

    /// <summary>
    /// The first waits for a token and the others of OpenStack for the first; the clusters need none, so they go out
    /// meanwhile.
    /// </summary>
    private static IEnumerable<int> Order =>
        Enumerable
            .Range(0, Questions.All.Count)
            .OrderBy(number =>
                number == 0 ? 0
                : Questions.All[number].Layer is "management" or "workload" ? 1
                : 2
            );

    private static async Task<Answer> One(
        Question question,
        int number,
        Asked asked,
        CountingGate gate,
        TimeProvider clock
    )
    {
        gate.For(number);
        var start = clock.GetTimestamp();
        var lines = Value(await question.Ours(asked), question.ToString());
        return new Answer(Answer.Sorted(lines), clock.GetElapsedTime(start), gate.Of(number));
    }

    private static T Value<T>(Reading<T> reading, string of) =>
        reading switch
        {
            Reading<T>.Seen seen => seen.Value,
            Reading<T>.Unread unread => throw new InvalidOperationException(
                $"{of}: our drivers did not read it. {unread.Sentence}"
            ),
            _ => throw new InvalidOperationException("a reading is seen or unread"),
        };
}
