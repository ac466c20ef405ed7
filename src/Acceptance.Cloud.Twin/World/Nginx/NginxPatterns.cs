using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>Regular expressions of a configuration: those that do not compile, and the names that their groups make.</summary>
internal static class NginxPatterns
{
    public static void Compile(NginxParser parser, NginxStatement statement, string pattern)
    {
        try
        {
            // PCRE writes named groups in one more way.
            var compiled = new Regex(
                pattern.Replace("(?P<", "(?<", StringComparison.Ordinal),
                RegexOptions.CultureInvariant
            );
            foreach (var name in compiled.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0])))
                parser.Made.Add(name);
        }
        catch (RegexParseException bad) when (bad.Error == RegexParseError.InsufficientClosingParentheses)
        {
            throw NginxParser.Refuse(
                statement,
                parser.Build.Release < new Version(1, 21, 5)
                    ? $"pcre_compile() failed: missing ) in \"{pattern}\""
                    : $"pcre2_compile() failed: missing closing parenthesis in \"{pattern}\""
            );
        }
        catch (RegexParseException)
        {
            throw new NginxUnjudgedException($"the regular expression {pattern} of nginx's {statement.Name}");
        }
    }
}
