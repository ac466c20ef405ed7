using System.Text;

namespace Acceptance.Cloud.Twin.Personas.Nginx;

/// <summary>
/// Reads a vhost's file into blocks, and refuses what nginx cannot read: words, where they stand, how many they are.
/// </summary>
internal sealed class VhostReader(string file, string text)
{
    private int _at;
    private int _line = 1;

    private string Place => $"{file}:{_line}";

    /// <summary>Reads the file into the whole.</summary>
    public void Into(NginxBlock whole)
    {
        var block = whole;
        while (Next() is var (words, end))
        {
            if (words.Count == 0 && end == '\0')
            {
                if (block != whole)
                    throw Refused("unexpected end of file, expecting \"}\"");
                return;
            }

            if (end != '}')
                block = Take(block, [.. words], end);
            else
                block = block == whole ? throw Refused("unexpected \"}\"") : block.Parent!;
        }
    }

    private NginxRefusedException Refused(string says) => new($"{says} in {Place}");

    private NginxBlock Take(NginxBlock block, string[] words, char end)
    {
        var name = words[0];
        var known = NginxDirective.Known(name) ?? throw Refused($"unknown directive \"{name}\"");
        if (!known.In.Contains(block.Name))
            throw Refused($"\"{name}\" directive is not allowed here");
        if (!known.Opens && end == '{')
            throw Refused($"directive \"{name}\" is not terminated by \";\"");
        if (known.Opens && end == ';')
            throw Refused($"directive \"{name}\" has no opening \"{{\"");
        if (words.Length - 1 < known.Least || words.Length - 1 > known.Most)
            throw Refused($"invalid number of arguments in \"{name}\" directive");
        if (known.IsFlag && words[1] is not ("on" or "off"))
            throw Refused($"invalid value \"{words[1]}\" in \"{name}\" directive, it must be \"on\" or \"off\"");
        if (!known.Repeats && block.All(name).Any())
            throw Refused($"\"{name}\" directive is duplicate");
        block.Statements.Add((words, Place));
        if (!known.Opens)
            return block;
        var opened = new NginxBlock(name, block, Place);
        block.Inside.Add(opened);
        return opened;
    }

    /// <summary>The words up to the next ';', '{', '}' or the end of the file.</summary>
    private (List<string> Words, char End) Next()
    {
        List<string> words = [];
        while (_at < text.Length)
        {
            var letter = text[_at++];
            if (letter == '\n')
                _line++;
            switch (letter)
            {
                case ' ' or '\t' or '\r' or '\n':
                    break;
                case '#':
                    while (_at < text.Length && text[_at] != '\n')
                        _at++;
                    break;
                case ';' or '{' when words.Count == 0:
                case '}' when words.Count > 0:
                    throw Refused($"unexpected \"{letter}\"");
                case ';' or '{' or '}':
                    return (words, letter);
                default:
                    words.Add(Word(letter));
                    break;
            }
        }

        return words.Count == 0 ? (words, '\0') : throw Refused("unexpected end of file, expecting \";\" or \"}\"");
    }

    private string Word(char first)
    {
        var quoted = first is '"' or '\'';
        var word = new StringBuilder(quoted ? "" : $"{first}");
        for (; _at < text.Length; _at++)
        {
            var letter = text[_at];
            if (quoted && letter == first)
            {
                _at++;
                return word.ToString();
            }

            if (!quoted && letter is ' ' or '\t' or '\r' or '\n' or ';' or '{')
                return word.ToString();
            if (letter == '\n')
                _line++;
            word.Append(letter);
        }

        throw Refused("unexpected end of file, expecting \";\" or \"}\"");
    }
}
