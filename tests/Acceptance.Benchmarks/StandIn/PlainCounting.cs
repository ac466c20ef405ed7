using NUnit.Framework;

namespace Acceptance.Benchmarks.StandIn;

/// <summary>
/// What the scenarios do, without Gherkin: what NUnit itself takes for as many tests. One test a number is written at
/// build time.
/// </summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public partial class PlainCounting
{
    private static void Five(int number, string word)
    {
        var steps = new CountingSteps();
        steps.Number(number);
        steps.Word(word);
        steps.Count();
        steps.Sum(number);
        steps.Among(word);
    }
}
