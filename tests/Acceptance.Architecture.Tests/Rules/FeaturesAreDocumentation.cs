using System.Text.RegularExpressions;
using Gherkin;
using Gherkin.Ast;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>
/// A feature reads as documentation: titles are promises, a narrative opens it, scenarios are short, and nothing in
/// it is mechanism.
/// </summary>
public sealed partial class FeaturesAreDocumentation : Rule
{
    public const int Steps = 7,
        Backgrounds = 3;

    private static readonly string[] Permits = ["@observes", "@mutates", "@destroys"];

    public override string Number => "H18";

    public override bool Covers(SourceFile file) => file.IsFeature && file.Under("features/");

    public override IEnumerable<Breach> BreachesIn(SourceFile file)
    {
        var feature = new Parser().Parse(new StringReader(file.Text)).Feature;
        var narrative = (feature.Description ?? "").Split('\n').Count(line => line.Trim().Length > 0);
        if (narrative is < 2 or > 5)
            yield return At(
                file,
                feature.Location.Line,
                $"the narrative has {narrative} lines, 2 to 5 are allowed: "
                    + "say what the word means and who depends on it"
            );
        if (feature.Tags.Count(tag => OrderTag().IsMatch(tag.Name)) != 1)
            yield return At(
                file,
                feature.Location.Line,
                "the feature says nowhere when it runs: give it one tag @order:N (features/README.md)"
            );
        foreach (var breach in Words(file, feature.Location.Line, feature.Name, 2))
            yield return breach;
        foreach (var breach in BackgroundBreaches(file, feature))
            yield return breach;
        foreach (var scenario in Inside(feature.Children).OfType<Scenario>())
        {
            string[] tags = [.. feature.Tags.Concat(scenario.Tags).Select(tag => tag.Name)];
            foreach (var breach in ScenarioBreaches(file, scenario, tags).Concat(StepBreaches(file, scenario)))
                yield return breach;
        }
    }

    private IEnumerable<Breach> BackgroundBreaches(SourceFile file, Feature feature) =>
        Inside(feature.Children)
            .OfType<Background>()
            .Where(one =>
                one.Steps.Count() > Backgrounds
                || one.Steps.Any(step =>
                    step.KeywordType is not (StepKeywordType.Context or StepKeywordType.Conjunction)
                )
            )
            .Select(one =>
                At(
                    file,
                    one.Location.Line,
                    $"a Background is at most {Backgrounds} Givens: move the rest into the scenarios"
                )
            );

    private IEnumerable<Breach> ScenarioBreaches(SourceFile file, Scenario scenario, string[] tags)
    {
        var line = scenario.Location.Line;
        foreach (var breach in Words(file, line, scenario.Name, 6))
            yield return breach;
        foreach (var examples in scenario.Examples.Where(one => string.IsNullOrWhiteSpace(one.Name)))
            yield return At(
                file,
                examples.Location.Line,
                "the Examples have no name: say why these rows belong together"
            );
        if (tags.Contains("@Acceptance") && tags.Count(Permits.Contains) != (tags.Contains("@phase-08.exit") ? 0 : 1))
            yield return At(
                file,
                line,
                $"an acceptance scenario carries exactly one of {string.Join(", ", Permits)}, the exit gate none"
            );
    }

    private IEnumerable<Breach> StepBreaches(SourceFile file, Scenario scenario)
    {
        var line = scenario.Location.Line;
        var steps = scenario.Steps.ToArray();
        if (steps.Length is 0 or > Steps)
            yield return At(file, line, $"the scenario has {steps.Length} steps, 1 to {Steps} are allowed: part it");
        if (steps.Count(step => step.KeywordType == StepKeywordType.Action) > 1)
            yield return At(file, line, "a second When is a second scenario: part it");
        foreach (var step in steps)
        {
            if (Mechanism().Match(step.Text) is { Success: true } match)
                yield return At(
                    file,
                    step.Location.Line,
                    $"\"{match.Value}\" is mechanism: say what the operator sees; a literal command belongs to lines/"
                );
            if (Screen().Match(step.Text) is { Success: true } word)
                yield return At(file, step.Location.Line, $"\"{word.Value}\" speaks of a screen: say what is promised");
            if (FirstPerson().Match(step.Text) is { Success: true } first)
                yield return At(file, step.Location.Line, $"\"{first.Value}\" is nobody's name: say who acts");
            if (step.Argument is DocString)
                yield return At(file, step.Location.Line, "a doc string is a script: give the step a name for it");
        }
    }

    private IEnumerable<Breach> Words(SourceFile file, int line, string title, int least)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (words < least || words > 18)
            yield return At(
                file,
                line,
                $"the title \"{title}\" has {words} words, {least} to 18 are allowed: "
                    + "a title is a promise with its condition"
            );
        if (title.EndsWith('.') || title.StartsWith("Test ", StringComparison.OrdinalIgnoreCase))
            yield return At(file, line, $"the title \"{title}\" is no promise: no full stop, no \"test\"");
    }

    private static IEnumerable<IHasLocation> Inside(IEnumerable<IHasLocation> children) =>
        children.SelectMany(child => child is Gherkin.Ast.Rule rule ? Inside(rule.Children) : [child]);

    public override IEnumerable<SourceFile> Broken =>
        [
            Sample("  Scenario: Every unit of the model is at rest\n    Then it rests\n", narrative: ""),
            Sample("  Scenario: Every unit of the model is at rest\n    Then it rests\n", order: ""),
            Sample("  Scenario: Test vault\n    Then it is open\n"),
            Sample(
                "  Scenario: Every unit of the model is at rest\n"
                    + string.Concat(Enumerable.Repeat("    Then it rests\n", Steps + 1))
            ),
            Sample("  Scenario: Every unit of the model is at rest\n"),
            Sample(
                "  Scenario: Every unit of the model is at rest\n    When it is asked\n    Then it rests\n"
                    + "    When it is asked again\n"
            ),
            Sample("  Scenario: Every unit of the model is at rest\n    When the operator runs `juju status`\n"),
            Sample("  Scenario: Every unit of the model is at rest\n    When 30 seconds have passed\n"),
            Sample("  Scenario: Every unit of the model is at rest\n    When the operator clicks the button\n"),
            Sample("  Scenario: Every unit of the model is at rest\n    When I read the model\n"),
            Sample(
                "  Scenario: Every unit of the model is at rest\n    When it is told\n      \"\"\"\n      ls\n"
                    + "      \"\"\"\n"
            ),
            Sample(
                "  Scenario Outline: Every unit of the model is at <rest>\n    Then it is at <rest>\n\n"
                    + "    Examples:\n      | rest |\n      | home |\n"
            ),
            Sample(
                "  Background:\n    When it is asked\n\n  Scenario: Every unit of the model is at rest\n"
                    + "    Then it rests\n"
            ),
            Sample("  @mutates\n  Scenario: Every unit of the model is at rest\n    Then it rests\n"),
            Sample("  Scenario: Every unit of the model is at rest\n    Then it rests\n", tags: "@Acceptance @D-011.1"),
        ];

    public override IEnumerable<SourceFile> Kept =>
        [
            Sample(
                "  Rule: One alone waits\n\n    Scenario: Every unit of the model is at rest\n"
                    + "      Given a model\n      When the operator reads it\n      Then it rests\n"
            ),
            Sample(
                "  Scenario: Everything that the bar asks for is proven\n    Then it is\n",
                tags: "@Acceptance @phase-08.exit"
            ),
        ];

    private static SourceFile Sample(
        string scenario,
        string narrative = "  A unit is a part of an application.\n  Everything above stands on it.\n",
        string tags = "@Acceptance @observes",
        string order = "@order:10"
    ) =>
        new(
            "features/acceptance/a.feature",
            $"{tags} {order}\nFeature: Every charm is at rest\n{narrative}\n{scenario}"
        );

    [GeneratedRegex(
        @"`[^`]*`?|\$\w*|\$\{|\|\s*(?:grep|jq)|--\w+|\\[dws]|\.\*|\d+\s*(?:seconds?|secs?|minutes?|ms|s)\b|https?://|~/|/(?:etc|var|usr|tmp)/"
    )]
    private static partial Regex Mechanism();

    [GeneratedRegex(
        @"\b(?:clicks?|buttons?|drop-?down|check-?box|types? in|scrolls?|hovers?|dialogs?|web page|screen)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Screen();

    [GeneratedRegex(@"^@order:\d+$")]
    private static partial Regex OrderTag();

    [GeneratedRegex(@"\b(?:I|my|me|mine|I'm)\b")]
    private static partial Regex FirstPerson();
}
