using Acceptance.Benchmarks.Measuring;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Decisions.Asserts;
using Acceptance.Runs.Asking;

namespace Acceptance.Benchmarks.Asserts;

/// <summary>
/// The same sweep in a process of its own, asked twice: the second is warm, and its chain is that of the questions and
/// not of the compiler. What the drivers keep (tokens, connections) is new for it.
/// </summary>
internal static class ChainPass
{
    public const string Word = "assert-chain";

    public static async Task<int> Run(string[] rest, TimeProvider clock)
    {
        await Sweep(rest[0], clock);
        Child.Answer(await Sweep(rest[0], clock));
        return 0;
    }

    private static async Task<ChainFound> Sweep(string siteFile, TimeProvider clock)
    {
        var gate = new ChainGate(clock);
        await using var cloud = LiveCloud.Open(new SiteReader().Read(siteFile), Path.GetDirectoryName(siteFile)!, gate);
        var sweep = await new Assertion(cloud, clock).Ask(CloudAssert.Items);
        return sweep.Passes
            ? gate.Longest()
            : throw new InvalidOperationException("assert does not find the healthy cloud healthy.");
    }
}
