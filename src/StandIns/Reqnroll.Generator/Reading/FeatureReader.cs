using Gherkin;
using Gherkin.Ast;

namespace Reqnroll.Generator.Reading;

/// <summary>Parses a feature file with the official parser and refuses what the stand-in would otherwise lose.</summary>
internal static class FeatureReader
{
    /// <returns>The feature, or null and the problems that keep it from being built.</returns>
    public static FeatureModel? Read(FeatureFile file, ICollection<Problem> problems)
    {
        if (Parse(file.Text, problems) is not { } document)
        {
            return null;
        }

        if (document.Feature is not { } feature)
        {
            problems.Add(new Problem("The file holds no Feature.", 1, 1));
            return null;
        }

        if (feature.Language != "en")
        {
            problems.Add(
                new Problem(
                    $"The stand-in reads English keywords only, and this file says '# language: {feature.Language}'.",
                    1,
                    1
                )
            );
            return null;
        }

        FeatureRules.Check(feature, problems);
        return problems.Count == 0 ? new FeatureConverter(file, document).Convert(feature) : null;
    }

    private static GherkinDocument? Parse(string text, ICollection<Problem> problems)
    {
        try
        {
            return new Parser().Parse(new StringReader(text));
        }
        catch (CompositeParserException error)
        {
            foreach (var one in error.Errors)
            {
                problems.Add(ProblemOf(one));
            }
        }
        catch (ParserException error)
        {
            problems.Add(ProblemOf(error));
        }

        return null;
    }

    private static Problem ProblemOf(ParserException error) =>
        new(error.Message, error.Location?.Line ?? 1, Math.Max(error.Location?.Column ?? 1, 1));
}
