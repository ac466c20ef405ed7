using System.Text;
using System.Text.RegularExpressions;

namespace Reqnroll.Expressions;

/// <summary>
/// Reads a Cucumber expression, left to right: <c>{parameter}</c>, <c>(optional)</c>, <c>one/other</c>, and <c>\</c> before
/// one of their signs to mean the sign itself.
/// </summary>
internal sealed class CucumberExpression(string source, ParameterTypes types)
{
    private int at;

    public string ToRegex()
    {
        at = 0;
        var regex = new StringBuilder("^");
        while (at < source.Length)
        {
            regex.Append(
                source[at] switch
                {
                    '{' => Parameter(),
                    ' ' or '\t' => Regex.Escape(source[at++].ToString()),
                    _ => Word(),
                }
            );
        }

        return regex.Append('$').ToString();
    }

    private string Parameter()
    {
        var close = source.IndexOf('}', at);
        if (close < 0)
        {
            throw Fault("'{' is never closed; write \\{ for the sign itself");
        }

        var name = source[(at + 1)..close];
        at = close + 1;
        return types.RegexOf(name);
    }

    /// <summary>Text up to the next blank or parameter: plain, with optional parts, or alternatives.</summary>
    private string Word()
    {
        var alternatives = new List<(string Regex, bool HasText)>();
        var current = new StringBuilder();
        var hasText = false;
        while (at < source.Length && source[at] is not (' ' or '\t' or '{'))
        {
            switch (source[at])
            {
                case '/':
                    at++;
                    alternatives.Add((current.ToString(), hasText));
                    current.Clear();
                    hasText = false;
                    break;
                case '(':
                    current.Append(Optional());
                    break;
                default:
                    current.Append(Regex.Escape(Sign().ToString()));
                    hasText = true;
                    break;
            }
        }

        alternatives.Add((current.ToString(), hasText));
        if (alternatives.Count > 1 && alternatives.Any(alternative => !alternative.HasText))
        {
            throw Fault("an alternative of '/' is empty or only optional; write \\/ for the sign itself");
        }

        return alternatives.Count == 1
            ? alternatives[0].Regex
            : $"(?:{string.Join('|', alternatives.Select(alternative => alternative.Regex))})";
    }

    private string Optional()
    {
        at++;
        var text = new StringBuilder();
        while (at < source.Length && source[at] != ')')
        {
            if (source[at] is '{' or '(')
            {
                throw Fault("optional text holds neither parameters nor further optional text");
            }

            text.Append(Regex.Escape(Sign().ToString()));
        }

        if (at == source.Length || text.Length == 0)
        {
            throw Fault("'(' is empty or never closed; write \\( for the sign itself");
        }

        at++;
        return $"(?:{text})?";
    }

    private char Sign()
    {
        if (source[at] == '}' || source[at] == ')')
        {
            // A closing sign alone means itself, as the original reads it.
            return source[at++];
        }

        if (source[at] != '\\')
        {
            return source[at++];
        }

        at++;
        return at < source.Length && source[at] is '{' or '}' or '(' or ')' or '/' or '\\' or ' '
            ? source[at++]
            : throw Fault("'\\' stands before one of { } ( ) / \\ and blank only");
    }

    private BindingException Fault(string what) => new($"column {at + 1}: {what}.");
}
