using Gherkin;
using Gherkin.Ast;

namespace Reqnroll.Generator.Reading;

/// <summary>From the parser's tree to what is written as tests: backgrounds inlined, rows gathered, lost lines found.</summary>
internal sealed class FeatureConverter(FeatureFile file, GherkinDocument document)
{
    private readonly Descriptions descriptions = new(file.Text, document.Feature);
    private readonly List<RefusalModel> refusals = [];
    private readonly List<ScenarioModel> scenarios = [];

    public FeatureModel Convert(Feature feature)
    {
        Refuse(descriptions.LostInHeader(feature.Location.Line), []);
        Children(feature.Children, null, []);
        if (scenarios.Count == 0)
        {
            refusals.Add(
                new RefusalModel(
                    "TheFeatureHoldsNoScenario",
                    feature.Location.Line,
                    [],
                    $"{file.Name}:{feature.Location.Line}: the Feature \"{feature.Name}\" holds no scenario."
                )
            );
        }

        return new FeatureModel(
            feature.Name,
            Trim(feature.Description),
            feature.Location.Line,
            TagsOf(feature.Tags),
            scenarios,
            refusals
        );
    }

    private void Children(IEnumerable<IHasLocation> children, RuleModel? rule, List<StepModel> background)
    {
        foreach (var child in children)
        {
            switch (child)
            {
                case Background own:
                    Refuse(descriptions.LostInSteps(own.Location.Line), rule?.Tags ?? []);
                    background = [.. background, .. own.Steps.Select(StepOf)];
                    break;
                case Scenario scenario:
                    scenarios.Add(ScenarioOf(scenario, rule, background));
                    break;
                case Rule inner:
                    RuleOf(inner, background);
                    break;
            }
        }
    }

    private void RuleOf(Rule inner, List<StepModel> background)
    {
        var rule = new RuleModel(inner.Name, Trim(inner.Description), TagsOf(inner.Tags));
        Refuse(descriptions.LostInHeader(inner.Location.Line), rule.Tags);
        if (!inner.Children.OfType<Scenario>().Any())
        {
            refusals.Add(
                new RefusalModel(
                    $"TheRuleInLine{inner.Location.Line}HoldsNoScenario",
                    inner.Location.Line,
                    rule.Tags,
                    $"{file.Name}:{inner.Location.Line}: the Rule \"{inner.Name}\" holds no scenario."
                )
            );
        }

        Children(inner.Children, rule, background);
    }

    private ScenarioModel ScenarioOf(Scenario scenario, RuleModel? rule, List<StepModel> background)
    {
        var line = scenario.Location.Line;
        var lost =
            descriptions.LostInSteps(line)
            ?? scenario
                .Examples.Select(examples => descriptions.LostInSteps(examples.Location.Line))
                .FirstOrDefault(found => found is not null);
        var refusal =
            lost is not null ? Words(lost)
            : scenario.Steps.Any() ? null
            : $"{file.Name}:{line}: the scenario \"{scenario.Name}\" has no steps: it would pass without asking anything.";
        var rows = scenario.Examples.Any() ? scenario.Examples.SelectMany(RowsOf).ToList() : null;
        return new ScenarioModel(
            scenario.Name,
            Trim(scenario.Description),
            line,
            TagsOf(scenario.Tags),
            rule,
            [.. background, .. scenario.Steps.Select(StepOf)],
            rows,
            refusal
        );
    }

    private void Refuse(LostLine? lost, string[] tags)
    {
        if (lost is not null)
        {
            refusals.Add(new RefusalModel($"LineThatIsNoDescription{lost.Line}", lost.Line, tags, Words(lost)));
        }
    }

    private string Words(LostLine lost) =>
        $"{file.Name}:{lost.Line}: \"{lost.Text}\" is read as description and would never run; did you mean \"{lost.Meant}\"? "
        + "If it is description, begin the line with another word.";

    private static IEnumerable<RowModel> RowsOf(Examples examples)
    {
        var columns = examples.TableHeader.Cells.Select(cell => cell.Value).ToArray();
        return examples.TableBody.Select(row => new RowModel(
            examples.Name ?? "",
            TagsOf(examples.Tags),
            columns,
            [.. row.Cells.Select(cell => cell.Value)]
        ));
    }

    private static StepModel StepOf(Step step) =>
        new(
            step.Location.Line,
            step.Keyword.Trim(),
            step.KeywordType switch
            {
                StepKeywordType.Context => "Given",
                StepKeywordType.Action => "When",
                StepKeywordType.Outcome => "Then",
                _ => null,
            },
            step.Text,
            step.DocString?.Content,
            step.DataTable is null
                ? null
                : [.. step.DataTable.Rows.Select(row => row.Cells.Select(cell => cell.Value).ToArray())]
        );

    private static string[] TagsOf(IEnumerable<Tag> tags) =>
        [.. tags.Select(tag => tag.Name.TrimStart('@')).Distinct()];

    private static string Trim(string? description) =>
        string.Join("\n", (description ?? "").Split('\n').Select(line => line.Trim())).Trim();
}
