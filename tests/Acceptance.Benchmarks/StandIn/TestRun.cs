using Acceptance.Benchmarks.Measuring;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Acceptance.Benchmarks.StandIn;

/// <summary>
/// NUnit's own runner, without a test host around it, over some of the fixtures in this assembly: cold, and once
/// more.
/// </summary>
internal static class TestRun
{
    public const string Word = "run-tests";

    /// <param name="rest">A regular expression that the fixtures' names match.</param>
    public static async Task<int> Run(string[] rest, TimeProvider clock)
    {
        var filter = TestFilter.FromXml($"<filter><class re=\"1\">{rest[0]}</class></filter>");
        var cold = await Once(filter, clock);
        Child.Answer(new TestRunResult(cold, await Once(filter, clock)));
        return 0;
    }

    private static async Task<TestRunPass> Once(TestFilter filter, TimeProvider clock)
    {
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        // What finds the tests is NUnit's, whoever wrote them: it is not part of the run.
        runner.Load(typeof(TestRun).Assembly, new Dictionary<string, object> { ["NumberOfTestWorkers"] = 0 });
        var (result, spent) = await Spent.By(clock, () => Task.FromResult(runner.Run(TestListener.NULL, filter)));
        return result.FailCount == 0 && result.ResultState.Status == TestStatus.Passed
            ? new TestRunPass(result.PassCount, spent.Wall, spent.Processor)
            : throw new InvalidOperationException(
                $"{result.FailCount} of the {result.TotalCount} tests failed, so their time says nothing. "
                    + $"{result.Message}"
            );
    }
}
