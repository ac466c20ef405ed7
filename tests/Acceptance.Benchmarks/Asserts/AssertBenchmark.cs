using Acceptance.Benchmarks.Answers;
using Acceptance.Benchmarks.Measuring;
using Acceptance.Cloud.Twin;

namespace Acceptance.Benchmarks.Asserts;

/// <summary>
/// `acceptance assert`, compiled ahead, from exec to exit: against the runbooks' own lines in bash, and against its own
/// longest chain of requests that wait for one another; one twin, 50 ms added to every answer.
/// </summary>
internal static class AssertBenchmark
{
    public const string Word = "assert";
    private const double TimesBash = 60;
    private const double TimesChain = 1.5;
    private const int Runs = 5;
    private static readonly TimeSpan _latency = TimeSpan.FromMilliseconds(50);

    public static async Task<int> Run(TextWriter to, TimeProvider clock)
    {
        Operator.NeedClients();
        using var cli = await PublishedCli.Publish();
        await using var twin = Twin.Start(new TwinOptions { World = "accepted", Latency = _latency });
        var script = new SweepScript(twin, clock);
        await script.WarmUp();
        // On both sides of bash: what else the machine does meets both.
        List<SweepRun> ours = [];
        for (var run = 0; run < Runs / 2; run++)
            ours.Add(await cli.Assert(twin, clock));
        var typed = await script.Run();
        while (ours.Count < Runs)
            ours.Add(await cli.Assert(twin, clock));
        var chain = await Child.Ask<ChainFound>(ChainPass.Word, twin.SiteFile);
        var mine = ours.OrderBy(run => run.Wall).ElementAt(Runs / 2);
        Print(to, typed, mine, chain);
        return Judge(to, typed.Wall / mine.Wall, mine.Wall / chain.Length(_latency)) ? 0 : 1;
    }

    private static void Print(TextWriter to, SweepRun typed, SweepRun mine, ChainFound chain)
    {
        to.WriteLine($"assert: A1 to A12 at {_latency.Milliseconds()} of API latency, from exec to exit");
        var table = new Table("", "bash", $"ours (median of {Runs})");
        table.Row("wall", typed.Wall.Seconds(), mine.Wall.Seconds());
        table.Row("requests", typed.Requests.Count(), mine.Requests.Count());
        table.Row("programs started in the cloud", typed.Programs.Count(), mine.Programs.Count());
        table.Row("processor of the process itself", "", mine.Processor.Seconds());
        table.Row("memory of the process at most", "", mine.Memory.Mebibytes());
        table.Print(to);
        to.WriteLine(
            $"The longest chain: {chain.RoundTrips} round trips of {_latency.Milliseconds()}, and "
                + $"{TimeSpan.FromMilliseconds(chain.ProgramsMs).Seconds()} of programs: "
                + $"{chain.Length(_latency).Seconds()}. The latency is in the answers: a handshake has none of it."
        );
        foreach (var member in chain.Members)
            to.WriteLine($"  {member}");
    }

    private static bool Judge(TextWriter to, double ofBash, double ofChain)
    {
        var (fast, tight) = (ofBash >= TimesBash, ofChain <= TimesChain);
        to.WriteLine(
            $"Ratio to bash: {ofBash.Count("0.0")}, the bar is at least {TimesBash.Count()}: {Told(fast)}. "
                + $"Wall by the chain: {ofChain.Count("0.00")}, the bar is at most {TimesChain.Count("0.0")}: "
                + $"{Told(tight)}."
        );
        return fast && tight;
    }

    private static string Told(bool holds) => holds ? "holds" : "does not hold";
}
