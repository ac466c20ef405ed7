using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Shells;

namespace Acceptance.Decisions.Traps;

/// <summary>
/// A program with its arguments, wherever its call stands: alone, behind sudo, in a text for a shell.
/// </summary>
public sealed record CalledProgram(string Program, IReadOnlyList<string> Arguments)
{
    private static readonly string[] Carriers = ["sudo", "env", "timeout", "exec", "command", "time"];

    // What these are given is no text for a shell, whatever blanks and quotes it has.
    private static readonly string[] Readers = ["echo", "printf", "grep", "awk", "sed", "jq"];

    private static readonly string[] Reserved =
    [
        "if",
        "then",
        "elif",
        "else",
        "fi",
        "for",
        "while",
        "until",
        "do",
        "done",
        "!",
        "{",
        "}",
    ];

    /// <summary>Somebody made it root's.</summary>
    public bool AsRoot { get; init; }

    /// <summary>A word of it, or of a text that it gives to a shell, lies in /tmp.</summary>
    public static bool NamesTmp(CalledProgram call) =>
        call.Arguments.Any(word =>
            word.StartsWith("/tmp/", StringComparison.Ordinal) || word.Contains(" /tmp/", StringComparison.Ordinal)
        );

    /// <summary>What this suite can call at all: its catalogue, without the one that rehearsals run.</summary>
    public static IReadOnlyList<CalledProgram> Ours { get; } =
    [
        .. CommandCatalogue
            .All.Where(command => command.Needs == Permit.Observe)
            .SelectMany(command => Among([.. command.Words.Select(Written)])),
    ];

    /// <summary>The call that these words are, and those within it.</summary>
    public static IEnumerable<CalledProgram> Among(IReadOnlyList<string> words, bool asRoot = false) =>
        Among(words, asRoot, int.MaxValue);

    /// <summary>The calls in a text for a shell.</summary>
    public static IEnumerable<CalledProgram> Within(string text) => Within(text, int.MaxValue);

    private static IEnumerable<CalledProgram> Among(IReadOnlyList<string> words, bool asRoot, int below)
    {
        string[] bare = [.. words.SkipWhile(word => Reserved.Contains(word) || IsAssignment(word))];
        if (bare.Length == 0)
            yield break;
        var call = new CalledProgram(Path.GetFileName(bare[0]), bare[1..]) { AsRoot = asRoot };
        yield return call;
        if (Carriers.Contains(call.Program))
        {
            string[] carried = [.. bare.Skip(1).SkipWhile(IsOfTheCarrier)];
            foreach (var within in Among(carried, asRoot || call.Program == "sudo", below))
                yield return within;
            yield break;
        }

        if (Readers.Contains(call.Program))
            yield break;
        foreach (var text in bare.Skip(1).Where(word => word.Any(char.IsWhiteSpace)))
        {
            foreach (var within in Within(text, below))
                yield return within;
        }
    }

    // What stands in a text is shorter than it: one that is not was not parted, and would not be the next time.
    private static IEnumerable<CalledProgram> Within(string text, int below)
    {
        if (text.Length >= below)
            return [];
        List<CalledProgram> calls = [];
        List<string> words = [];
        var redirected = false;
        foreach (var token in ShellLexer.Read(text))
        {
            foreach (var piece in token.Pieces.Where(piece => piece.Kind == ShellPieceKind.Substitution))
                calls.AddRange(Within(piece.Text.TrimStart('$', '(', '`').TrimEnd(')', '`'), text.Length));
            if (token.Kind == ShellTokenKind.HereDocument)
                calls.AddRange(Within(token.Text, text.Length));
            if (token.Kind == ShellTokenKind.Control)
            {
                calls.AddRange(Among(words, false, text.Length));
                words = [];
            }

            if (token.Kind == ShellTokenKind.Word && !redirected)
                words.Add(token.Text);
            redirected = token.Kind == ShellTokenKind.Redirection;
        }

        calls.AddRange(Among(words, false, text.Length));
        return calls;
    }

    public override string ToString() => ShellQuoting.Line([Program, .. Arguments]);

    private static string Written(Word word) =>
        word switch
        {
            Word.Fixed { Text: var text } => text,
            Word.Open { Slot: var slot } => $"<{slot.Name}>",
            _ => "<command>",
        };

    private static bool IsOfTheCarrier(string word) =>
        word.StartsWith('-') || IsAssignment(word) || word.All(char.IsAsciiDigit);

    private static bool IsAssignment(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        && word[..at].All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
