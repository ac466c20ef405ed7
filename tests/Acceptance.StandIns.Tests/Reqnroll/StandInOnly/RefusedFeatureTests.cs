namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

public sealed class RefusedFeatureTests
{
    [TestCase("# nothing", "a.feature(1): The file holds no Feature.")]
    [TestCase("Feature: F\nScenario: S\nGiven a\nGivn b", "a.feature(4): *expected: *got 'Givn b'*")]
    [TestCase("Feature: F\nScenario: S\nGiven a\n| a |\n| b | c |", "a.feature(5): *inconsistent cell count*")]
    [TestCase("Feature: F\nScenario Outline: S\nGiven a", "a.feature(2): The outline \"S\" has no rows: *")]
    [TestCase("Feature: F\nScenario: S\nGiven a\nExamples:\n| x |", "a.feature(2): The outline \"S\" has no rows: *")]
    [TestCase(
        "Feature: F\nScenario: S\nGiven a\nExamples:\n| x | x |\n| 1 | 2 |",
        "a.feature(4): The Examples of \"S\" have other columns here."
    )]
    [TestCase(
        "Feature: F\nScenario: S\nGiven a\nExamples:\n| x |\n| 1 |\nExamples:\n| y |\n| 1 |",
        "a.feature(7): The Examples of \"S\" have other columns here."
    )]
    public void IsABuildErrorAtItsLine(string feature, string error) =>
        FeatureProbe.Build(new FeatureText("a.feature", feature)).Should().ContainSingle().Which.Should().Match(error);

    /// <summary>What the compiler refuses by itself, under the feature's own line.</summary>
    [TestCase("Feature: F\nScenario: S\nGiven a\nScenario: S!\nGiven a", "a.feature(4): *already defines*'S'*")]
    [TestCase("Feature: F\nScenario:\nGiven a", "a.feature(2): *")]
    public void IsACompilersErrorAtItsLine(string feature, string error) =>
        FeatureProbe.Build(new FeatureText("a.feature", feature)).Should().Contain(words => Like(words, error));

    [Test]
    public void TwoFeaturesOfOneTitleAreAnError()
    {
        const string Feature = "Feature: F\nScenario: S\nGiven a";

        FeatureProbe
            .Build(new FeatureText("a.feature", Feature), new FeatureText("b.feature", Feature))
            .Should()
            .Contain(words => words.Contains("FFeature"));
    }

    private static bool Like(string words, string pattern) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(
            pattern.Replace("\\", ""),
            words,
            ignoreCase: false
        );
}
