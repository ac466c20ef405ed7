using Acceptance.Benchmarks.Measuring;
using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;

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
        await using var cloud = LiveCloud.Open(new SiteReader().Read(ground.SiteFile), ground.Home, gate);
        var asked = new Asked(cloud, Value(cloud.Cluster(await File.ReadAllTextAsync(ground.WorkloadKubeconfig)), "the workload's kubeconfig"), ground.Namespace);
        var answers = await Task.WhenAll(Questions.All.Select((question, number) => Task.Run(() => One(question, number, asked, gate, clock))));
        return new OurAnswers(answers, clock.GetElapsedTime(start));
    }

    private static async Task<Answer> One(Question question, int number, Asked asked, CountingGate gate, TimeProvider clock)
    {
        gate.For(number);
        var start = clock.GetTimestamp();
        var lines = Value(await question.Ours(asked), question.ToString());
        return new Answer(Answer.Sorted(lines), clock.GetElapsedTime(start), gate.Of(number));
    }

    private static T Value<T>(Reading<T> reading, string of) => reading switch
    {
        Reading<T>.Seen seen => seen.Value,
        Reading<T>.Unread unread => throw new InvalidOperationException($"{of}: our drivers did not read it. {unread.Sentence}"),
        _ => throw new InvalidOperationException("a reading is seen or unread"),
    };
}
