using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reqnroll.Matching;

/// <summary>The method to paste for a step that has none.</summary>
internal static partial class Skeleton
{
    public static string For(StepText step)
    {
        var parameters = new List<string>();
        var expression = Argument().Replace(Escape(step.Text), match => Placeholder(match, parameters));
        if (step.DocString is not null)
        {
            parameters.Add("string multilineText");
        }

        if (step.Table is not null)
        {
            parameters.Add("DataTable dataTable");
        }

        return $$"""
            [{{step.Type}}("{{expression.Replace("\\", "\\\\").Replace("\"", "\\\"")}}")]
            public void {{step.Type}}{{NameOf(step.Text)}}({{string.Join(", ", parameters)}})
            {
                throw new PendingStepException();
            }
            """;
    }

    private static string Placeholder(Match match, List<string> parameters)
    {
        var (placeholder, type) =
            match.Value[0] is '"' or '\'' ? ("{string}", "string")
            : match.Value.Contains('.') ? ("{decimal}", "decimal")
            : ("{int}", "int");
        parameters.Add($"{type} p{parameters.Count.ToString(CultureInfo.InvariantCulture)}");
        return placeholder;
    }

    private static string Escape(string text) => Special().Replace(text, sign => "\\" + sign.Value);

    private static string NameOf(string text)
    {
        var name = new StringBuilder();
        foreach (Match word in Word().Matches(Argument().Replace(text, " ")))
        {
            name.Append(char.ToUpperInvariant(word.Value[0])).Append(word.Value.AsSpan(1));
        }

        return name.ToString();
    }

    [GeneratedRegex(
        """
            "[^"]*"|'[^']*'|(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.-])
            """
    )]
    private static partial Regex Argument();

    [GeneratedRegex(@"[\\{}()/]")]
    private static partial Regex Special();

    [GeneratedRegex(@"[A-Za-z0-9_]+")]
    private static partial Regex Word();
}
