using Acceptance.Decisions.Recovery;
using Gherkin;
using Gherkin.Ast;

namespace Acceptance.Architecture.Tests.Coverage;

/// <summary>The tags of the features, each with the place where it stands.</summary>
public static class FeatureTags
{
    /// <summary>What a scenario is and needs, besides the ids of the runbooks (DESIGN 6, Tags).</summary>
    private static readonly string[] Technical =
    [
        "Acceptance",
        "CloudAssert",
        "AppendixA",
        "Recovery",
        "Restart",
        "Teardown",
        "Repository",
        "CheckOfTheCheck",
        "rehearsal",
        "waivable",
        "observes",
        "mutates",
        "destroys",
    ];

    public static IEnumerable<(string Tag, string File, int Line)> In(SourceFile file)
    {
        var feature = new Parser().Parse(new StringReader(file.Text)).Feature;
        return feature
            .Tags.Concat(
                Scenarios(feature.Children)
                    .SelectMany(scenario =>
                        scenario.Tags.Concat(scenario.Examples.SelectMany(examples => examples.Tags))
                    )
            )
            .Select(tag => (tag.Name.TrimStart('@'), file.Path, tag.Location.Line));
    }

    /// <summary>Tags that are neither of the runbooks nor of ours.</summary>
    public static IEnumerable<string> Strange(IEnumerable<SourceFile> features, CoverageTable coverage) =>
        features
            .SelectMany(In)
            .Where(one =>
                !Technical.Contains(one.Tag) && !IsLayer(one.Tag) && !IsOrder(one.Tag) && !coverage.Holds(one.Tag)
            )
            .Select(one =>
                $"{one.File}:{one.Line}: @{one.Tag} is no id of the runbooks and no tag of ours: "
                + "correct it, or bring it into coverage.tsv (H21)"
            );

    /// <summary>Tags that scenarios which run (not rehearsals alone) carry, inherited ones too.</summary>
    public static IReadOnlySet<string> Asked(IEnumerable<SourceFile> features) =>
        features
            .SelectMany(file =>
            {
                var feature = new Parser().Parse(new StringReader(file.Text)).Feature;
                return Scenarios(feature.Children)
                    .Where(scenario => scenario.Steps.Any())
                    .SelectMany(scenario => feature.Tags.Concat(scenario.Tags))
                    .Select(tag => tag.Name.TrimStart('@'));
            })
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsOrder(string tag) =>
        tag.StartsWith("order:", StringComparison.Ordinal) && int.TryParse(tag[6..], out _);

    private static bool IsLayer(string tag) =>
        tag.StartsWith("layer:", StringComparison.Ordinal) && Ladder.Rungs.Any(rung => rung.Name == tag[6..]);

    private static IEnumerable<Scenario> Scenarios(IEnumerable<IHasLocation> children) =>
        children.SelectMany(child =>
            child switch
            {
                Scenario scenario => [scenario],
                Gherkin.Ast.Rule rule => Scenarios(rule.Children),
                _ => [],
            }
        );
}
