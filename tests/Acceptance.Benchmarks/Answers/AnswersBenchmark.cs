using Acceptance.Benchmarks.Measuring;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Twin;

namespace Acceptance.Benchmarks.Answers;

/// <summary>
/// The same 25 questions to the same twin, by an operator's bash and by us, without latency and with 50 ms of it.
/// </summary>
internal static class AnswersBenchmark
{
    private const double Bar = 40;
    private const int QuestionsAPass = 5;

    public static async Task<int> Run(TextWriter to, TimeProvider clock)
    {
        Operator.NeedClients();
        var holds = true;
        foreach (var latency in new[] { TimeSpan.Zero, TimeSpan.FromMilliseconds(50) })
            holds &= await At(latency, to, clock);
        return holds ? 0 : 1;
    }

    private static async Task<bool> At(TimeSpan latency, TextWriter to, TimeProvider clock)
    {
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", Latency = latency });
        var ground = await Prepare(twin);
        var theirs = new Operator(ground, new SiteReader().Read(ground.SiteFile), clock);
        await theirs.WarmUp();
        List<Answer> typed = [];
        List<OurPasses> ours = [];
        foreach (var question in Questions.All)
        {
            var before = Requests(twin);
            var (lines, wall) = await theirs.Ask(question);
            typed.Add(new Answer(lines, wall, Requests(twin) - before));
            // Side by side: what else the machine does meets both.
            if (typed.Count % QuestionsAPass == 0)
                ours.Add(await Child.Ask<OurPasses>(OurPass.Word, ground.ToJson()));
        }

        var comparison = new Comparison(latency, typed, ours);
        comparison.Print(to);
        return comparison.Judge(Bar, to);
    }

    /// <summary>What the operator has in hand after 8.2: the workload's kubeconfig in a file.</summary>
    private static async Task<Ground> Prepare(Twin twin)
    {
        var cluster = twin.World.Workloads.All.Single();
        var kubeconfig = Path.Combine(twin.Home, "workload.kubeconfig");
        await using (
            var file = new FileStream(
                kubeconfig,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            )
        )
        await using (var writer = new StreamWriter(file))
            await writer.WriteAsync(cluster.Kubeconfig());
        var plan = twin.World.Plan;
        var placement = $"https://{plan.Vip("placement")}:{twin.World.Listeners.Actual(plan.Ports["placement"])}";
        return new Ground(twin.SiteFile, twin.Home, kubeconfig, placement);
    }

    private static int Requests(Twin twin) => twin.World.Recorder.Entries.Count(entry => entry.Kind == "request");
}
