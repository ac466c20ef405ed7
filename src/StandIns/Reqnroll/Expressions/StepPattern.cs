using System.Text.RegularExpressions;

namespace Reqnroll.Expressions;

/// <summary>The expression of a step definition, compiled to a regex over the whole text of a step.</summary>
internal sealed partial class StepPattern
{
    private readonly Regex regex;
    private readonly string prefix;

    private StepPattern(string source, string regex)
    {
        Source = source;
        prefix = LiteralPrefix(source);
        this.regex = new Regex(regex, RegexOptions.CultureInvariant);
    }

    /// <summary>The expression as written.</summary>
    public string Source { get; }

    public static StepPattern Read(string expression, ExpressionType type, ParameterTypes types)
    {
        if (string.IsNullOrWhiteSpace(expression))
        {
            throw new BindingException(
                "a step definition needs an expression; the stand-in reads none from the method's name."
            );
        }

        var isCucumber =
            type == ExpressionType.CucumberExpression
            || type == ExpressionType.Unspecified && LooksLikeCucumber(expression);
        return new StepPattern(
            expression,
            isCucumber ? new CucumberExpression(expression, types).ToRegex() : Anchored(expression)
        );
    }

    /// <returns>The captured texts in order, or null where the text does not match.</returns>
    public string[]? Match(string text)
    {
        // Of a hundred expressions all but a few differ in their first word: that is seen without a regex.
        return text.StartsWith(prefix, StringComparison.Ordinal) && regex.Match(text) is { Success: true } match
            ? [.. match.Groups.Cast<Group>().Skip(1).Where(group => group.Success).Select(group => group.Value)]
            : null;
    }

    /// <summary>What every match begins with; cut short of anything that might be a sign in either kind of expression.</summary>
    private static string LiteralPrefix(string source)
    {
        var start = source.StartsWith('^') ? 1 : 0;
        var end = start;
        while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] is ' ' or ','))
        {
            end++;
        }

        if (source.Contains('|'))
        {
            return "";
        }

        var plain = source[start..end];
        return end == source.Length || source[end] == '$' ? plain
            : source[end] == '/' ? plain[..(plain.LastIndexOf(' ') + 1)]
            : plain[..Math.Max(plain.Length - 1, 0)];
    }

    private static string Anchored(string expression) =>
        (expression.StartsWith('^') ? "" : "^") + expression + (expression.EndsWith('$') ? "" : "$");

    private static bool LooksLikeCucumber(string expression)
    {
        if (expression.StartsWith('^') || expression.EndsWith('$'))
        {
            return false;
        }

        return Placeholder().IsMatch(expression) || !RegexIdiom().IsMatch(expression);
    }

    [GeneratedRegex(@"\{\w*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\([^)]+[*+]\)|\.\*|\\\.|\\d\+")]
    private static partial Regex RegexIdiom();
}
