using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// Reads an openrc of plain settings. Nothing of it is run: what prompts or runs a command is refused, with its line
/// and the way out.
/// </summary>
internal sealed partial class OpenrcFile(string path, string home)
{
    private readonly Dictionary<string, string> _set = new(StringComparer.Ordinal);

    /// <summary>The variables it sets, or the sentence about the first line that cannot be read as a setting.</summary>
    public Reading<IReadOnlyDictionary<string, string>> Read(string text)
    {
        foreach (var (number, line) in text.Split('\n').Select((line, index) => (index + 1, line.TrimEnd('\r').Trim())))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (Setting(line) is { } wrong)
                return Refused($"{path} line {number} {wrong}");
        }

        return new Reading<IReadOnlyDictionary<string, string>>.Seen(_set, CredentialLocation.EvidenceOf(path));
    }

    private string? Setting(string line)
    {
        if (Statements(line) is not { } statements)
            return "opens a quote that it does not close";
        foreach (var statement in statements)
        {
            var words = statement.Split(
                [' ', '\t'],
                2,
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
            var rest = words.ElementAtOrDefault(1) ?? "";
            var wrong = words[0] switch
            {
                // It only says what the read after it asks for.
                "echo" => null,
                "read" => "asks for a value on a terminal (read), and nobody is there to answer",
                "unset" => Unset(rest),
                "export" when Names().IsMatch(rest) => null,
                "export" => Assign(rest),
                _ => Assign(statement),
            };
            if (wrong is not null)
                return wrong;
        }

        return null;
    }

    private string? Unset(string names)
    {
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            _set.Remove(name);
        return null;
    }

    /// <summary>One or more NAME=value in a row.</summary>
    private string? Assign(string rest)
    {
        while (rest.Length > 0)
        {
            if (Name().Match(rest) is not { Success: true } match)
                return $"runs a command ({Shortened(rest)})";
            var value = new ShellValue(
                rest[match.Length..],
                name => _set.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name) ?? "",
                home
            );
            if (value.Refusal is { } refusal)
                return refusal;
            _set[match.Groups["name"].Value] = value.Text;
            rest = value.Rest.TrimStart();
            if (rest.StartsWith('#'))
                return null;
        }

        return null;
    }

    private Reading<IReadOnlyDictionary<string, string>> Refused(string what) =>
        CredentialLocation.Unread<IReadOnlyDictionary<string, string>>(
            $"{what}: only plain settings are read (export OS_PASSWORD='...'); "
                + "write the value there, in a file of mode 600, or name a clouds.yaml (credentials.cloudsYaml) "
                + "or the environment (credentials.environment) in the site.",
            path
        );

    /// <summary>Statements of a line, parted by semicolons outside of quotes; null where a quote stays open.</summary>
    private static List<string>? Statements(string line)
    {
        List<string> statements = [];
        var (start, quote) = (0, '\0');
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\\' && quote != '\'')
                at++;
            else if (quote != '\0')
                quote = line[at] == quote ? '\0' : quote;
            else if (line[at] is '\'' or '"')
                quote = line[at];
            else if (line[at] == '#' && at > 0 && char.IsWhiteSpace(line[at - 1]))
                line = line[..at];
            else if (line[at] == ';')
            {
                statements.Add(line[start..at]);
                start = at + 1;
            }
        }

        statements.Add(line[start..]);
        return quote == '\0'
            ? [.. statements.Select(statement => statement.Trim()).Where(statement => statement.Length > 0)]
            : null;
    }

    // A command line may hold a secret: only its first word is shown.
    private static string Shortened(string rest) =>
        rest.Split(' ', 2)[0] + (rest.Contains(' ', StringComparison.Ordinal) ? " …" : "");

    [GeneratedRegex("^(?<name>[A-Za-z_][A-Za-z0-9_]*)=", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*( [A-Za-z_][A-Za-z0-9_]*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
