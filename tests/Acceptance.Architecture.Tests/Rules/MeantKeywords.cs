using System.Text.RegularExpressions;
using Acceptance.Cloud.Spelling;

namespace Acceptance.Architecture.Tests.Rules;

/// <summary>Which keyword a line was meant to begin with.</summary>
internal static class MeantKeywords
{
    private static readonly string[] Steps = ["Given", "When", "Then", "And", "But"];

    private static readonly string[] Blocks =
    [
        "Feature",
        "Background",
        "Rule",
        "Scenario",
        "Scenario Outline",
        "Scenario Template",
        "Example",
        "Examples",
        "Scenarios",
    ];

    /// <summary>Ordinary words that are one letter away from a keyword and begin many an honest line.</summary>
    private static readonly HashSet<string> Ordinary = new(
        (
            "the they them than thin hen ten give gives green driven an any add end ant aid hand land band sand "
            + "ends ands put out bit cut nut bug bus buy bud but's role roles rules features future"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly Regex FirstWord = new(@"^[^\p{L}]*([\p{L}]+)(:?)(.*)$");

    /// <summary>A line that is a step by its looks.</summary>
    public static bool IsStep(string line) => Steps.Any(step => line.StartsWith(step + " ", StringComparison.Ordinal));

    /// <returns>The keyword that the first word misses by a letter, by case, or by what follows it; else
    /// null.</returns>
    public static string? StepMeant(string line)
    {
        if (FirstWord.Match(line) is not { Success: true } match)
        {
            return null;
        }

        var word = match.Groups[1].Value;
        return Steps
            .Where(step => IsMistyped(step, word) || IsGlued(step, word))
            .OrderBy(step => Letters(step, word))
            .FirstOrDefault();
    }

    /// <returns>The block keyword that stands, mistyped, before the line's first colon; else null.</returns>
    public static string? BlockMeant(string line)
    {
        var colon = line.IndexOf(':');
        if (colon < 0)
        {
            return null;
        }

        var head = line[..colon].Trim();
        var meant = Blocks
            .Select(block => (Block: block, Letters: Letters(block, head)))
            .OrderBy(pair => pair.Letters)
            .First();
        return meant.Letters <= (meant.Block.Length > 4 ? 2 : 1) && !Ordinary.Contains(head) ? meant.Block + ":" : null;
    }

    public static string? BlockWithoutColon(string line) =>
        Blocks
            .OrderByDescending(block => block.Length)
            .FirstOrDefault(block => line.StartsWith(block, StringComparison.OrdinalIgnoreCase))
            is { } found
            ? found + ":"
            : null;

    private static bool IsMistyped(string step, string word)
    {
        if (Ordinary.Contains(word))
        {
            return false;
        }

        var distance = Letters(step, word);
        return distance <= 1 || step.Length > 4 && distance == 2 && char.ToLowerInvariant(word[0]) == 'g';
    }

    /// <summary>"GivenI", "ThenThe": the blank is missing.</summary>
    private static bool IsGlued(string step, string word) =>
        word.Length > step.Length
        && word.StartsWith(step, StringComparison.Ordinal)
        && (char.IsUpper(word[step.Length]) || step == "Given");

    private static int Letters(string step, string word) =>
        EditDistance.Between(step.ToLowerInvariant(), word.ToLowerInvariant());
}
