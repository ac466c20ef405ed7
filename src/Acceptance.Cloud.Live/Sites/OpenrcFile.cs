using System.Text.RegularExpressions;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// Reads an openrc of plain settings. Nothing of it is run: what prompts or runs a command is refused, with its line
/// and the way out; a loop or a condition is read where all it can do is clear variables.
/// </summary>
internal sealed partial class OpenrcFile(string path, string home)
{
    private readonly Dictionary<string, string> _set = new(StringComparer.Ordinal);

    /// <summary>The variables it sets, or the sentence about the first line that cannot be read as a setting.</summary>
    public Reading<IReadOnlyDictionary<string, string>> Read(string text)
    {
        text = text.ReplaceLineEndings("\n");
        ShellToken[] tokens = [.. ShellLexer.Read(text).Where(token => token.Kind != ShellTokenKind.Comment)];
        ShellToken[][] statements = [.. Statements(tokens)];
        for (var at = 0; at < statements.Length; at++)
        {
            var block = ClearingBlock.At(statements.AsSpan(at));
            if ((block is null ? Setting(text, statements[at]) : Clear(text, block)) is { } wrong)
                return Refused($"{path} line {Line(text, statements[at][0].Start)} {wrong}");
            at += block is null ? 0 : block.Statements.Count - 1;
        }

        return new Reading<IReadOnlyDictionary<string, string>>.Seen(_set, CredentialLocation.EvidenceOf(path));
    }

    private const string AsksOnATerminal = "asks for a value on a terminal (read), and nobody is there to answer";

    private string? Setting(string text, ShellToken[] statement)
    {
        if (statement.Any(token => token.Open && token.Pieces.All(piece => piece.Kind != ShellPieceKind.Substitution)))
            return "opens a quote that it does not close";
        return statement[0].Text switch
        {
            // It only says what the read after it asks for.
            "echo" => null,
            "read" => AsksOnATerminal,
            "unset" => Unset(statement),
            "set" when SetsOptions(statement) => null,
            "export" or "declare" or "typeset" => Declare(text, statement),
            _ => Assign(text, statement),
        };
    }

    // How the rest is run (-a, -e, -o pipefail), and nothing of what it sets.
    private static bool SetsOptions(ShellToken[] statement) =>
        statement.Length > 1
        && statement[1].Text[0] is '-' or '+'
        && statement.Skip(1).All(word => Option().IsMatch(word.Text));

    /// <summary>export, and declare -x, as `export -p` prints it; other options make no plain value.</summary>
    private string? Declare(string text, ShellToken[] statement)
    {
        ShellToken[] words = [.. statement.Skip(1).SkipWhile(word => word.Text is "--" or "-x" or "-rx" or "-gx")];
        return words.All(word => Name().IsMatch(word.Text)) ? null
            : words[0].Text[0] == '-' ? $"runs a command ({statement[0].Text} …)"
            : Assign(text, words, quoted: true);
    }

    /// <summary>Parted by semicolons and line ends outside of quotes.</summary>
    private static IEnumerable<ShellToken[]> Statements(IReadOnlyList<ShellToken> tokens)
    {
        List<ShellToken> statement = [];
        foreach (var token in tokens)
        {
            if (token is not { Kind: ShellTokenKind.Control, Text: ";" or "\n" })
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

    private string? Clear(string text, ClearingBlock block)
    {
        var from = block.Statements[0][0].Start;
        if (block.Cleared is not { } cleared)
            return block.Asks ? AsksOnATerminal : $"runs a command ({block.Statements[0][0].Text} …)";
        // A loop over names that only a shell can list: those of OpenStack, where it says so.
        var listed = text[from..block.Statements[^1][^1].End].Contains("OS_", StringComparison.Ordinal);
        string[] meant =
        [
            .. cleared.SelectMany(name =>
                Name().IsMatch(name) ? [name]
                : listed ? _set.Keys.Where(key => key.StartsWith("OS_", StringComparison.Ordinal))
                : _set.Keys
            ),
        ];
        var holds = block.Holds(LookUp, home);
        if (holds == false || meant.All(name => !_set.ContainsKey(name)))
            return null;
        if (holds is null || (!listed && !cleared.All(Name().IsMatch)))
            return $"clears {meant.First(_set.ContainsKey)} where only a shell can tell whether "
                + $"({block.Statements[0][0].Text} …)";
        foreach (var name in meant)
            _set.Remove(name);
        return null;
    }

    private string? Unset(IEnumerable<ShellToken> statement)
    {
        foreach (var name in statement.Skip(1))
            _set.Remove(name.Text);
        return null;
    }

    /// <summary>One or more NAME=value in a row.</summary>
    /// <param name="quoted">The whole of one may stand in quotes: after export it is one all the same.</param>
    private string? Assign(string text, IReadOnlyList<ShellToken> words, bool quoted = false)
    {
        foreach (var word in words)
        {
            if (word.Kind != ShellTokenKind.Word)
                return $"does more than set a value ({word.Text})";
            var written = quoted && word.Pieces is [var first, ..] ? first.Text : text[word.Start..word.End];
            if (Assignment().Match(written) is not { Success: true } match)
                return $"runs a command ({Shortened(text[word.Start..words[^1].End])})";
            var (value, refusal) = ShellValue.Of(After(match.Length, word.Pieces), LookUp, home);
            if (refusal is not null)
                return refusal;
            _set[match.Groups["name"].Value] = value;
        }

        return null;
    }

    private string LookUp(string name) =>
        _set.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name) ?? "";

    /// <summary>A word's pieces without its bare beginning of that many letters.</summary>
    private static ShellPiece[] After(int letters, IReadOnlyList<ShellPiece> pieces) =>
        pieces[0].Text.Length == letters
            ? [.. pieces.Skip(1)]
            : [pieces[0] with { Text = pieces[0].Text[letters..] }, .. pieces.Skip(1)];

    private static int Line(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

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

    [GeneratedRegex("^([-+][A-Za-z]+|[a-z]+)\\z", RegexOptions.CultureInvariant, SiteForms.MostMilliseconds)]
    private static partial Regex Option();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*\\z", RegexOptions.CultureInvariant, SiteForms.MostMilliseconds)]
    private static partial Regex Name();
}
