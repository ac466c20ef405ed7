using System.Text.RegularExpressions;

namespace Acceptance.Decisions.Permits;

/// <summary>
/// Reads a shell command line just far enough to know what it needs: every simple command in it must be a listed read,
/// nothing may be redirected into a file, and a socket may only be fed a listed question.
/// </summary>
public static partial class ShellText
{
    private static readonly string[] Keywords = ["if", "then", "else", "elif", "fi", "for", "do", "done", "while", "!", "{", "}", "(", ")", "in"];

    public static Permit Permit(string command)
    {
        if (string.IsNullOrWhiteSpace(command)) return Permits.Permit.Observe;
        if (WritesAFile().IsMatch(Harmless().Replace(Quoted().Replace(command, "''"), " "))) return Permits.Permit.Mutate;
        if (command.Contains("socat", StringComparison.Ordinal) && !AsksHaProxy().IsMatch(command)) return Permits.Permit.Mutate;
        return Parts(command).Any(words => words.Count > 0 && PermitTable.ForArgv(words) > Permits.Permit.Observe)
            ? Permits.Permit.Mutate
            : Permits.Permit.Observe;
    }

    /// <summary>The simple commands of a line, each as its words, keywords and variable assignments dropped.</summary>
    private static IEnumerable<IReadOnlyList<string>> Parts(string command)
    {
        foreach (var part in Separators().Split(Harmless().Replace(command, " ")).Where(part => part.Trim().Length > 0))
        {
            var words = Word().Matches(part).Select(match => match.Value.Trim('\'', '"')).ToList();
            while (words.Count > 0 && (Keywords.Contains(words[0]) || Assignment().IsMatch(words[0]))) words.RemoveAt(0);
            yield return words;
        }
    }

    // A separator inside quotes is no separator: quoted stretches are swallowed whole.
    [GeneratedRegex("""(?<=^(?:[^'"]|'[^']*'|"[^"]*")*)(?:\|\|?|&&|;|\n)""")]
    private static partial Regex Separators();

    [GeneratedRegex("""'[^']*'|"[^"]*"|[^\s'"]+""")]
    private static partial Regex Word();

    [GeneratedRegex("""'[^']*'|"[^"]*" """)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*=")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\d?>&\d|\d?>\s*/dev/null|<\s*/dev/null|\d<>\S+")]
    private static partial Regex Harmless();

    [GeneratedRegex(@">")]
    private static partial Regex WritesAFile();

    [GeneratedRegex("""^[^;&]*echo ['"]?show (stat|info|servers state|proc)['"]? \|""")]
    private static partial Regex AsksHaProxy();
}
