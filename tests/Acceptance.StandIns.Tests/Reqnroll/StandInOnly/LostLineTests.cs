using NUnit.Framework.Interfaces;

namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

public sealed class LostLineTests
{
    private const string Bindings = """
        [Binding] public class Steps { [Given("nothing")] public void Nothing() { } }
        """;

    [TestCase("Givn nothing", "Given")]
    [TestCase("Gvien nothing", "Given")]
    [TestCase("Gvn nothing", "Given")]
    [TestCase("given nothing", "Given")]
    [TestCase("Given: nothing", "Given")]
    [TestCase("GIVEN nothing", "Given")]
    [TestCase("Givennothing", "Given")]
    [TestCase("- Given nothing", "Given")]
    [TestCase("Whne nothing", "When")]
    [TestCase("Wen nothing", "When")]
    [TestCase("When", "When")]
    [TestCase("Then:", "Then")]
    [TestCase("Thn nothing", "Then")]
    [TestCase("ThenIt", "Then")]
    [TestCase("Adn nothing", "And")]
    [TestCase("but nothing", "But")]
    [TestCase("Exampels:", "Examples:")]
    [TestCase("Scenrio: another", "Scenario:")]
    public void AMistypedKeywordBelowAScenarioIsRed(string line, string meant)
    {
        var test = FeatureProbe
            .Run($"Feature: F\n  Scenario: S\n    {line}\n    Given nothing\n", Bindings)
            .Should()
            .ContainSingle()
            .Subject;

        test.Status.Should().Be(TestStatus.Failed);
        test.Message.Should()
            .StartWith($"features/probe.feature:3: \"{line}\" is read as description")
            .And.Contain($"\"{meant}\"?");
    }

    [TestCase("The cluster answers within its budget.")]
    [TestCase("They give an answer, and any will do.")]
    [TestCase("Any unit may be the leader")]
    [TestCase("An amphora is a server of the services project")]
    [TestCase("Where the runbooks disagree: the newer one.")]
    [TestCase("While it waits, it says so")]
    [TestCase("This is the phase filter's blind spot (FACTS 0.14): see below")]
    [TestCase("Role: operator")]
    public void ProseBelowAScenarioIsProse(string line)
    {
        FeatureProbe
            .Run($"Feature: F\n  Scenario: S\n    {line}\n    Given nothing\n", Bindings)
            .Should()
            .ContainSingle()
            .Which.Status.Should()
            .Be(TestStatus.Passed);
    }

    [TestCase("Scenrio: lost\n    Given nothing", "3", "Scenario:")]
    [TestCase("Scenario lost\n    Given nothing", "3", "Scenario:")]
    [TestCase("Backgruond:\n    Given nothing", "3", "Background:")]
    [TestCase("Given nothing\n    When nothing", "3", "Scenario:")]
    public void ABlockLostInTheHeaderIsARedTestOfItsOwn(string lines, string line, string meant)
    {
        var tests = FeatureProbe.Run(
            $"Feature: F\n  As prose has it.\n    {lines}\n  Scenario: S\n    Given nothing\n",
            Bindings
        );

        tests.Should().HaveCount(2);
        tests
            .Should()
            .ContainSingle(test => test.Status == TestStatus.Failed)
            .Which.Message.Should()
            .StartWith($"features/probe.feature:{line}: ")
            .And.Contain($"\"{meant}\"?");
    }

    [Test]
    public void LinesLostInABackgroundARuleAndExamplesAreRed()
    {
        var tests = FeatureProbe.Run(
            """
            Feature: F
              Background:
                Givne nothing
              Rule: R
                Scenaro: lost
                Scenario: S
                  Given nothing
                  Examples:
                    Thne nothing
                    | a |
                    | 1 |
            """,
            Bindings
        );

        tests
            .Select(test => (test.Status, test.Message.Split('"')[0]))
            .Should()
            .BeEquivalentTo([
                (TestStatus.Failed, "features/probe.feature:3: "),
                (TestStatus.Failed, "features/probe.feature:5: "),
                (TestStatus.Failed, "features/probe.feature:9: "),
            ]);
    }

    [Test]
    public void AnEmptyScenarioIsRed()
    {
        FeatureProbe
            .Run("Feature: F\n  Scenario: S\n")
            .Should()
            .ContainSingle()
            .Which.Message.Should()
            .StartWith("features/probe.feature:2: the scenario \"S\" has no steps");
    }

    [TestCase("Feature: F\n  Only words.\n", "features/probe.feature:1: the Feature \"F\" holds no scenario.")]
    [TestCase(
        "Feature: F\n  Scenario: S\n    Given nothing\n  Rule: R\n",
        "features/probe.feature:4: the Rule \"R\" holds no scenario."
    )]
    public void AFeatureOrARuleWithoutScenariosIsRed(string feature, string message)
    {
        FeatureProbe
            .Run(feature, Bindings)
            .Should()
            .ContainSingle(test => test.Status == TestStatus.Failed)
            .Which.Message.Should()
            .Be(message);
    }
}
