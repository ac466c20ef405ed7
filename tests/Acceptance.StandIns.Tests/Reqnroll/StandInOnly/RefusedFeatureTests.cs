namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

public sealed class RefusedFeatureTests
{
    [TestCase(
        "Feature: F\nScenario: S\nGiven a\nScenario: S\nGiven a",
        "a.feature(4): Feature file already contains a scenario with name 'S', in line 2."
    )]
    [TestCase(
        "Feature: F\nScenario: S x\nGiven a\nScenario: S X!\nGiven a",
        "a.feature(4): 'S X!' and 'S x' of line 2 would both be the method SX."
    )]
    [TestCase("Feature: F\nScenario:\nGiven a", "a.feature(2): The scenario has no title to name its test by.")]
    [TestCase("Feature:\nScenario: S\nGiven a", "a.feature(1): The Feature has no title to name its class by.")]
    [TestCase("# nothing", "a.feature(1): The file holds no Feature.")]
    [TestCase("Feature: F\nScenario: S\nGiven a\nGivn b", "a.feature(4): *expected: *got 'Givn b'*")]
    [TestCase("Feature: F\nScenario: S\nGiven a\n| a |\n| b | c |", "a.feature(5): *inconsistent cell count*")]
    [TestCase(
        "# language: de\nFunktionalität: F\nSzenario: S\nAngenommen a",
        "a.feature(1): The stand-in reads English keywords only*"
    )]
    [TestCase(
        "Feature: F\nScenario Outline: S\nGiven a",
        "a.feature(2): Scenario Outline 'S' has no examples defined."
    )]
    [TestCase("Feature: F\nScenario: S\nGiven a\nExamples:\n| x |", "a.feature(4): The Examples of 'S' hold no rows.")]
    [TestCase(
        "Feature: F\nScenario: S\nGiven a\nExamples:\n| x | x |\n| 1 | 2 |",
        "a.feature(5): The Examples of 'S' have two columns 'x'."
    )]
    [TestCase(
        "Feature: F\nScenario: S\nGiven a\nExamples:\n| x |\n| 1 |\nExamples:\n| y |\n| 1 |",
        "a.feature(8): The Examples of 'S' have the columns y here, and x in line 5."
    )]
    [TestCase(
        "Feature: F\nScenario: S\nGiven a\nExamples: e\n| x |\n| 1 |\nExamples: e\n| x |\n| 1 |",
        "a.feature(7): Scenario Outline 'S' already contains an example with name 'e'."
    )]
    public void IsABuildErrorAtItsLine(string feature, string error)
    {
        FeatureProbe.Build(new FeatureText("a.feature", feature)).Should().ContainSingle().Which.Should().Match(error);
    }

    [Test]
    public void TwoFeaturesOfOneTitleAreABuildError()
    {
        const string Feature = "Feature: F\nScenario: S\nGiven a";

        FeatureProbe
            .Build(new FeatureText("a.feature", Feature), new FeatureText("b.feature", Feature))
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match("b.feature(1): The title gives the class *FFeature, which features/a.feature has already*");
    }
}
