using Acceptance.Benchmarks.Answers;
using Acceptance.Benchmarks.Asserts;
using Acceptance.Benchmarks.Crowds;
using Acceptance.Benchmarks.Hostile;
using Acceptance.Benchmarks.Measuring;
using Acceptance.Benchmarks.StandIn;
using Acceptance.Benchmarks.Twins;
using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Benchmarks;

/// <summary>
/// Which benchmarks are asked for. 0: measured, and the bars hold; 1: a bar or an answer does not; 2: wrong words, or
/// a client is missing.
/// </summary>
internal static class CommandLine
{
    private const string Usage =
        "usage: dotnet run --project tests/Acceptance.Benchmarks -c Release "
        + "[-- answers|assert|stand-in|twin|crowd|hostile]; without a word: all but assert, crowd and hostile.";

    public static async Task<int> Run(string[] words)
    {
        try
        {
            return words switch
            {
                [OurPass.Word, .. var rest] => await OurPass.Run(rest, Wall.Clock),
                [ChainPass.Word, .. var rest] => await ChainPass.Run(rest, Wall.Clock),
                [TestRun.Word, .. var rest] => await TestRun.Run(rest, Wall.Clock),
                [TwinLoad.Word, .. var rest] => await TwinLoad.Run(rest, Wall.Clock),
                [HostileBenchmark.Word, .. var rest] => await HostileBenchmark.Meet(rest),
                [] => await Three(),
                [AssertBenchmark.Word] => await AssertBenchmark.Run(Console.Out, Wall.Clock),
                ["answers"] => await AnswersBenchmark.Run(Console.Out, Wall.Clock),
                ["stand-in"] => await StandInBenchmark.Run(Console.Out),
                ["crowd"] => await CrowdBenchmark.Run(Console.Out, Wall.Clock),
                ["hostile"] => await HostileBenchmark.Run(Console.Out),
                ["twin"] => await TwinBenchmark.Run(Console.Out, Wall.Clock),
                _ => Refused($"'{string.Join(' ', words)}' is no benchmark. {Usage}"),
            };
        }
        catch (MissingClientException missing)
        {
            return Refused(missing.Message);
        }
        catch (Exception broken) when (broken is InvalidOperationException or SiteRefused)
        {
            Console.Error.WriteLine(broken.Message);
            return 1;
        }
    }

    // The twin first: its first start is to be the first in this process.
    private static async Task<int> Three() =>
        new[]
        {
            await TwinBenchmark.Run(Console.Out, Wall.Clock),
            await AnswersBenchmark.Run(Console.Out, Wall.Clock),
            await StandInBenchmark.Run(Console.Out),
        }.Max();

    private static int Refused(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }
}
