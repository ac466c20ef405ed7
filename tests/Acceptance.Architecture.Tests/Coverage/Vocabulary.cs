using System.Text.RegularExpressions;
using Gherkin;
using Gherkin.Ast;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Acceptance.Architecture.Tests.Coverage;

/// <summary>
/// The sentences that the bindings offer, and how often the features use each: a step of an outline once a row.
/// </summary>
internal static partial class Vocabulary
{
    private static readonly string[] StepAttributes = ["Given", "When", "Then"];

    /// <summary>Sentence -> uses, as the bindings write it.</summary>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<SourceFile> files)
    {
        var all = files.ToArray();
        var sentences = all.Where(file => file.IsCSharp && file.Under("src/Acceptance.Steps/Bindings/"))
            .SelectMany(Sentences)
            .Distinct()
            .ToArray();
        var patterns = sentences.ToDictionary(sentence => sentence, Pattern);
        var steps = all.Where(file => file.IsFeature && file.Under("features/")).SelectMany(Steps).ToArray();
        return sentences.ToDictionary(
            sentence => sentence,
            sentence => steps.Count(step => patterns[sentence].IsMatch(step))
        );
    }

    private static IEnumerable<string> Sentences(SourceFile file) =>
        file
            .Syntax.DescendantNodes()
            .OfType<AttributeSyntax>()
            .Where(attribute => StepAttributes.Contains(attribute.Name.ToString()))
            .Select(attribute => attribute.ArgumentList!.Arguments[0].Expression)
            .OfType<LiteralExpressionSyntax>()
            .Select(literal => literal.Token.ValueText);

    private static Regex Pattern(string sentence) =>
        new("^" + Parameter().Replace(Regex.Escape(sentence).Replace("}", "\\}"), ".+") + "$");

    private static IEnumerable<string> Steps(SourceFile file) =>
        Scenarios(new Parser().Parse(new StringReader(file.Text)).Feature.Children)
            .SelectMany(scenario =>
                scenario.Steps.SelectMany(step =>
                    Enumerable.Repeat(
                        step.Text,
                        Math.Max(1, scenario.Examples.Sum(examples => examples.TableBody.Count()))
                    )
                )
            );

    private static IEnumerable<Scenario> Scenarios(IEnumerable<IHasLocation> children) =>
        children.SelectMany(child =>
            child switch
            {
                Scenario scenario => [scenario],
                Gherkin.Ast.Rule rule => Scenarios(rule.Children),
                _ => [],
            }
        );

    [GeneratedRegex(@"\\\{\w+\\\}")]
    private static partial Regex Parameter();
}
