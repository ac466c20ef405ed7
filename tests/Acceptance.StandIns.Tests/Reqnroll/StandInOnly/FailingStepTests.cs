using NUnit.Framework.Interfaces;

namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

public sealed class FailingStepTests
{
    private const string Bindings = """
        [Binding]
        public class Steps(IReqnrollOutputHelper output, Reqnroll.UnitTestProvider.IUnitTestRuntimeProvider runner)
        {
            [Given("nothing")] public void Nothing() { }
            [Then("it fails")] public async Task Fails() { await Task.Yield(); Assert.Fail("as told"); }
            [Then("it throws")] public void Throws() => throw new InvalidOperationException("as thrown");
            [When("it is pending")] public void Pending() => throw new PendingStepException();
            [When("it is ignored")] public void Ignored() => runner.TestIgnore("not here");
            [When("two of (.*)")] public void One(string a) { }
            [When("(.*) of a kind")] public void Other(string b) { }
            [When("a number {int}")] public void Number(string a, string b) { }
            [AfterScenario] public void After() => output.WriteLine("after the scenario");
        }
        """;

    [Test]
    public void AFailureNamesTheLineOfTheFeatureInItsTextAndInItsStackTrace()
    {
        var test = Run("Given nothing", "Then it fails", "And nothing");

        test.Status.Should().Be(TestStatus.Failed);
        test.Message.Should().Be("as told\n  at features/probe.feature:4: Then it fails");
        test.StackTrace.Should().MatchRegex(@"Steps\.Fails\(\)").And.Contain("probe.feature:line ");
        test.Output.Should().Contain("-> done: Steps.Nothing()").And.EndWith("after the scenario\n");
    }

    [Test]
    public void AnExceptionKeepsItsTypeAndGainsTheLine()
    {
        var test = Run("Then it throws");

        test.Message.Should()
            .Be("System.InvalidOperationException : as thrown\n  at features/probe.feature:3: Then it throws");
    }

    [Test]
    public void UndefinedStepsAreToldTogetherWithTheirSkeletons()
    {
        var test = Run(
            "Given 3 hosts named \"a\" (or so)",
            "| name |",
            "| n1 |",
            "When nothing",
            "Then text",
            "\"\"\"",
            "x",
            "\"\"\""
        );

        test.Status.Should().Be(TestStatus.Failed);
        test.Message.Should()
            .Contain("No matching step definition")
            .And.EndWith("3: Given 3 hosts named \"a\" (or so)");
        test.Output.Should()
            .Contain("public void GivenHostsNamedOrSo(int p0, string a1, DataTable dataTable)")
            .And.Contain("public void ThenText(string multilineText)")
            .And.Contain("throw new PendingStepException();");
    }

    [Test]
    public void APendingStepFails()
    {
        var test = Run("When it is pending");

        test.Status.Should().Be(TestStatus.Failed);
        test.Message.Should().Contain("pending").And.EndWith("at features/probe.feature:3: When it is pending");
    }

    [Test]
    public void AnAmbiguousStepFailsAndNamesBothMethods()
    {
        var test = Run("When two of a kind");

        test.Status.Should().Be(TestStatus.Failed);
        test.Message.Should()
            .Contain("Ambiguous")
            .And.Contain("Steps.One(String)")
            .And.Contain("Steps.Other(String)")
            .And.EndWith("at features/probe.feature:3: When two of a kind");
    }

    [Test]
    public void ArgumentsThatDoNotFitAreSaid()
    {
        Run("When a number 3")
            .Message.Should()
            .Contain("Parameter count mismatch")
            .And.Contain("Steps.Number(String, String)");
    }

    [Test]
    public void AnIgnoredStepSkipsTheScenarioAndTheHooksAfterItRun()
    {
        var test = Run("When it is ignored", "Then it fails");

        test.Status.Should().Be(TestStatus.Skipped);
        test.Message.Should().Be("not here");
        test.Output.Should().Contain("after the scenario").And.NotContain("as told");
    }

    private static ProbedTest Run(params string[] steps) =>
        FeatureProbe
            .Run($"Feature: F\n  Scenario: S\n{string.Join("\n", steps)}\n", Bindings)
            .Should()
            .ContainSingle()
            .Subject;
}
