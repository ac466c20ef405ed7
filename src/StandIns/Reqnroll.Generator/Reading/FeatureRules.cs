using Gherkin.Ast;
using Reqnroll.Generator.Writing;

namespace Reqnroll.Generator.Reading;

/// <summary>What the original refuses to build too: duplicate titles, outlines without rows, and their kin.</summary>
internal static class FeatureRules
{
    public static void Check(Feature feature, ICollection<Problem> problems)
    {
        if (Identifier.Of(feature.Name).Length == 0)
        {
            problems.Add(At(feature.Location, "The Feature has no title to name its class by."));
        }

        var scenarios = ScenariosOf(feature.Children).ToArray();
        CheckTitles(scenarios, problems);
        foreach (var scenario in scenarios)
        {
            CheckExamples(scenario, problems);
        }
    }

    public static IEnumerable<Scenario> ScenariosOf(IEnumerable<IHasLocation> children) =>
        children.SelectMany(child =>
            child switch
            {
                Scenario scenario => [scenario],
                Rule rule => rule.Children.OfType<Scenario>(),
                _ => [],
            }
        );

    private static void CheckTitles(Scenario[] scenarios, ICollection<Problem> problems)
    {
        foreach (var scenario in scenarios.Where(scenario => Identifier.Of(scenario.Name).Length == 0))
        {
            problems.Add(At(scenario.Location, "The scenario has no title to name its test by."));
        }

        foreach (
            var twins in scenarios.GroupBy(scenario => Identifier.Of(scenario.Name)).Where(group => group.Count() > 1)
        )
        {
            var first = twins.First();
            foreach (var twin in twins.Skip(1))
            {
                problems.Add(
                    At(
                        twin.Location,
                        twin.Name == first.Name
                            ? $"Feature file already contains a scenario with name '{twin.Name}', in line {first.Location.Line}."
                            : $"'{twin.Name}' and '{first.Name}' of line {first.Location.Line} would both be the method {twins.Key}."
                    )
                );
            }
        }
    }

    private static void CheckExamples(Scenario scenario, ICollection<Problem> problems)
    {
        var isOutline = scenario.Keyword is "Scenario Outline" or "Scenario Template";
        if (isOutline && !scenario.Examples.Any())
        {
            problems.Add(At(scenario.Location, $"Scenario Outline '{scenario.Name}' has no examples defined."));
        }

        foreach (var examples in scenario.Examples)
        {
            if (examples.TableBody is null || !examples.TableBody.Any())
            {
                problems.Add(At(examples.Location, $"The Examples of '{scenario.Name}' hold no rows."));
            }
            else if (RepeatedColumn(examples) is { } column)
            {
                problems.Add(
                    At(examples.TableHeader.Location, $"The Examples of '{scenario.Name}' have two columns '{column}'.")
                );
            }
            else if (scenario.Examples.First() is { TableHeader: not null } first && !SameColumns(first, examples))
            {
                problems.Add(
                    At(
                        examples.TableHeader.Location,
                        $"The Examples of '{scenario.Name}' have the columns {Columns(examples)} here, and {Columns(first)} in line {first.TableHeader.Location.Line}."
                    )
                );
            }
        }

        foreach (
            var twins in scenario
                .Examples.Where(one => one.Name?.Length > 0)
                .GroupBy(one => one.Name)
                .Where(group => group.Count() > 1)
        )
        {
            problems.Add(
                At(
                    twins.ElementAt(1).Location,
                    $"Scenario Outline '{scenario.Name}' already contains an example with name '{twins.Key}'."
                )
            );
        }
    }

    private static bool SameColumns(Examples one, Examples other) =>
        new HashSet<string>(one.TableHeader.Cells.Select(cell => cell.Value)).SetEquals(
            other.TableHeader.Cells.Select(cell => cell.Value)
        );

    private static string Columns(Examples examples) =>
        string.Join(", ", examples.TableHeader.Cells.Select(cell => cell.Value));

    private static string? RepeatedColumn(Examples examples) =>
        examples.TableHeader.Cells.GroupBy(cell => cell.Value).FirstOrDefault(group => group.Count() > 1)?.Key;

    private static Problem At(Location location, string message) =>
        new(message, location.Line, Math.Max(location.Column, 1));
}
