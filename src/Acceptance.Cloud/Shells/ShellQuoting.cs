namespace Acceptance.Cloud.Shells;

/// <summary>Writes a text as one word of a shell.</summary>
public static class ShellQuoting
{
    private const string Harmless = "-_./:=@%+,";

    /// <summary>A line that means exactly these words.</summary>
    public static string Line(IEnumerable<string> words) => string.Join(' ', words.Select(QuoteIfNeeded));

    /// <summary>In single quotes, whatever it holds.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>As it is where a shell reads it as it is, else in single quotes.</summary>
    public static string QuoteIfNeeded(string text) =>
        text.Length > 0 && text.Select((letter, at) => IsHarmless(letter, text, at)).All(harmless => harmless)
            ? text
            : Quote(text);

    // A tilde is a home at the start of a word, and after the = or : of what looks like a variable.
    private static bool IsHarmless(char letter, string text, int at) =>
        char.IsAsciiLetterOrDigit(letter)
        || Harmless.Contains(letter)
        || (letter == '~' && at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '~'));
}
