using System.Text;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>Takes a configuration file apart into words, as nginx does: quotes, escapes, comments, and the line where each statement ends.</summary>
internal sealed class NginxReader(string file, string text)
{
    /// <summary>nginx reads through a buffer of 4096 bytes; a word that does not fit is refused.</summary>
    private const int LongestWord = 4095;

    private int _at;

    public enum End
    {
        /// <summary>;</summary>
        Statement,

        /// <summary>{</summary>
        Opened,

        /// <summary>}</summary>
        Closed,

        /// <summary>The end of the file.</summary>
        File,
    }

    public int Line { get; private set; } = 1;

    /// <summary>The text of -g: its place has no line.</summary>
    public bool IsCommandLine { get; init; }

    public string Place => IsCommandLine ? "command line" : $"{file}:{Line}";

    public NginxRefusedException Refuse(string says) => new($"{says} in {Place}");

    /// <summary>The words up to the next end of a statement.</summary>
    public (List<string> Words, End Ended) Next()
    {
        List<string> words = [];
        while (_at < text.Length)
        {
            var character = Take();
            switch (character)
            {
                case ' ' or '\t' or '\r' or '\n':
                    break;
                case '#':
                    while (_at < text.Length && text[_at] != '\n')
                        _at++;
                    break;
                case ';' or '{' when words.Count == 0:
                    throw Refuse($"unexpected \"{character}\"");
                case ';':
                    return (words, End.Statement);
                case '{':
                    return (words, End.Opened);
                case '}' when words.Count > 0:
                    throw Refuse("unexpected \"}\"");
                case '}':
                    return (words, End.Closed);
                case '"' or '\'':
                    words.Add(Quoted(character));
                    AfterQuote();
                    break;
                default:
                    _at--;
                    words.Add(Plain());
                    break;
            }
        }

        return words.Count == 0 ? (words, End.File) : throw Refuse("unexpected end of file, expecting \";\" or \"}\"");
    }

    private char Take()
    {
        var character = text[_at++];
        if (character == '\n')
            Line++;
        return character;
    }

    private string Quoted(char quote)
    {
        var (word, started, from) = (new StringBuilder(), Line, _at);
        while (_at < text.Length)
        {
            if (_at - from > LongestWord)
                throw new NginxRefusedException(
                    $"too long parameter, probably missing terminating \"{quote}\" character in {file}:{started}"
                );
            var character = Take();
            if (character == quote)
                return word.ToString();
            word.Append(character == '\\' && _at < text.Length ? Escaped(Take()) : character.ToString());
        }

        throw Refuse("unexpected end of file, expecting \";\" or \"}\"");
    }

    /// <summary>After a closing quote comes a blank, the end of the statement, or a parenthesis.</summary>
    private void AfterQuote()
    {
        if (_at >= text.Length || text[_at] is ';' or '{' or ')' or ' ' or '\t' or '\r' or '\n')
            return;
        throw Refuse($"unexpected \"{text[_at]}\"");
    }

    private string Plain()
    {
        var (word, started, from) = (new StringBuilder(), Line, _at);
        while (_at < text.Length)
        {
            if (_at - from > LongestWord)
                throw new NginxRefusedException(
                    $"too long parameter \"{text.Substring(from, 10)}...\" started in {file}:{started}"
                );
            var character = text[_at];
            // ${name} is one word.
            if (
                character is ' ' or '\t' or '\r' or '\n' or ';'
                || (character == '{' && (_at == from || text[_at - 1] != '$'))
            )
                return word.ToString();
            Take();
            word.Append(character == '\\' && _at < text.Length ? Escaped(Take()) : character.ToString());
        }

        throw Refuse("unexpected end of file, expecting \";\" or \"}\"");
    }

    private static string Escaped(char character) =>
        character switch
        {
            '"' or '\'' or '\\' => character.ToString(),
            't' => "\t",
            'r' => "\r",
            'n' => "\n",
            _ => $"\\{character}",
        };
}
