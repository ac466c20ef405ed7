using System.Text.RegularExpressions;
using Acceptance.Cloud.Shells;

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
        ShellToken[] tokens = [.. ShellLexer.Read(line).Where(token => token.Kind != ShellTokenKind.Comment)];
        if (tokens.Any(token => token.Open && token.Pieces.All(piece => piece.Kind != ShellPieceKind.Substitution)))
            return "opens a quote that it does not close";
        foreach (var statement in Statements(tokens))
        {
            var wrong = statement[0].Text switch
            {
                // It only says what the read after it asks for.
                "echo" => null,
                "read" => "asks for a value on a terminal (read), and nobody is there to answer",
                "unset" => Unset(statement),
                "export" when statement.Skip(1).All(word => Name().IsMatch(word.Text)) => null,
                "export" => Assign(line, statement[1..]),
                _ => Assign(line, statement),
            };
            if (wrong is not null)
                return wrong;
        }

        return null;
    }

    /// <summary>Parted by semicolons outside of quotes.</summary>
    private static IEnumerable<ShellToken[]> Statements(IReadOnlyList<ShellToken> tokens)
    {
        List<ShellToken> statement = [];
        foreach (var token in tokens)
        {
            if (token is not { Kind: ShellTokenKind.Control, Text: ";" })
            {
                statement.Add(token);
                continue;
            }
            if (statement.Count > 0)
                yield return [.. statement];
            statement.Clear();
        }

        if (statement.Count > 0)
            yield return [.. statement];
    }

    private string? Unset(IEnumerable<ShellToken> statement)
    {
        foreach (var name in statement.Skip(1))
            _set.Remove(name.Text);
        return null;
    }

    /// <summary>One or more NAME=value in a row.</summary>
    private string? Assign(string line, IReadOnlyList<ShellToken> words)
    {
        foreach (var word in words)
        {
            if (word.Kind != ShellTokenKind.Word)
                return $"does more than set a value ({word.Text})";
            if (Assignment().Match(line[word.Start..word.End]) is not { Success: true } match)
                return $"runs a command ({Shortened(line[word.Start..words[^1].End])})";
            var (value, refusal) = ShellValue.Of(
                After(match.Length, word.Pieces),
                name => _set.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name) ?? "",
                home
            );
            if (refusal is not null)
                return refusal;
            _set[match.Groups["name"].Value] = value;
        }

        return null;
    }

    /// <summary>A word's pieces without its bare beginning of that many letters.</summary>
    private static ShellPiece[] After(int letters, IReadOnlyList<ShellPiece> pieces) =>
        pieces[0].Text.Length == letters
            ? [.. pieces.Skip(1)]
            : [pieces[0] with { Text = pieces[0].Text[letters..] }, .. pieces.Skip(1)];

    private Reading<IReadOnlyDictionary<string, string>> Refused(string what) =>
        CredentialLocation.Unread<IReadOnlyDictionary<string, string>>(
            $"{what}: only plain settings are read (export OS_PASSWORD='...'); "
                + $"write the value there, in a file of mode 600, or name a clouds.yaml (credentials.cloudsYaml) "
                + $"or the environment (credentials.environment) in the site.",
            path
        );

    // A command line may hold a secret: only its first word is shown.
    private static string Shortened(string rest) =>
        rest.Split(' ', 2)[0] + (rest.Contains(' ', StringComparison.Ordinal) ? " …" : "");

    [GeneratedRegex("^(?<name>[A-Za-z_][A-Za-z0-9_]*)=", RegexOptions.CultureInvariant, SiteForms.MostMilliseconds)]
    private static partial Regex Assignment();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*\\z", RegexOptions.CultureInvariant, SiteForms.MostMilliseconds)]
    private static partial Regex Name();
}
