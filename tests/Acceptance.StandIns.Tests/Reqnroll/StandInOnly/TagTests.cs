using NUnit.Framework.Interfaces;

namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

public sealed class TagTests
{
    private const string Bindings = """
        [Binding] public class Steps { [Given("nothing")] public void Nothing() { } }
        """;

    private const string Feature = """
        @feature
        Feature: F
          @ignore
          Scenario: Ignored
            Given what nobody bound

          @outline
          Scenario Outline: Rows
            Given nothing
            @one @two
            Examples: named {1}
              | a |
              | x |
              | x |
            @ignore
            Examples:
              | a |
              | y |

          @rule @layer:octavia
          Rule: R
            @D-011.1
            Scenario: Ruled
              Given nothing
        """;

    [Test]
    public void TagsAreCategoriesAndIgnoreIsIgnore()
    {
        var tests = FeatureProbe.Run(Feature, Bindings);

        tests
            .Select(test => (test.Name, test.Status, string.Join(' ', test.Categories)))
            .Should()
            .BeEquivalentTo([
                ("Ignored", TestStatus.Skipped, "feature"),
                ("Rows(named (1): \"x\")", TestStatus.Passed, "feature one outline two"),
                ("Rows(named (1): \"x\") row 2", TestStatus.Passed, "feature one outline two"),
                ("Rows(\"y\")", TestStatus.Skipped, "feature outline"),
                ("Ruled", TestStatus.Passed, "D-011.1 feature layer:octavia rule"),
            ]);
    }
}
