using System.Text;

namespace Acceptance.Cloud.Shells;

/// <summary>
/// Parts a shell's text into words, operators, comments and here-documents as bash does, and runs nothing of it.
/// </summary>
public sealed class ShellLexer
{
    private static readonly string[] Controls = [";;", "&&", "||", "|&", ";", "&", "|", "(", ")", "\n"];

    /// <summary>Longest first: each begins with one that stands later.</summary>
    private static readonly string[] Redirections =
    [
        "&>>",
        "<<-",
        "<<<",
        "&>",
        ">>",
        ">|",
        ">&",
        "<<",
        "<&",
        "<>",
        ">",
        "<",
    ];

    private readonly string _text;
    private readonly Queue<string> _hereDocuments = new();
    private int _at;

    private ShellLexer(string text) => _text = text;

    /// <summary>The tokens in their order, read as they are asked for.</summary>
    public static IEnumerable<ShellToken> Read(string text) => new ShellLexer(text).Tokens();

    private IEnumerable<ShellToken> Tokens()
    {
        ShellToken? before = null;
        while (SkipBlanks())
        {
            var token = Token();
            if (
                before is { Kind: ShellTokenKind.Redirection, Text: "<<" or "<<-" }
                && token.Kind == ShellTokenKind.Word
            )
                _hereDocuments.Enqueue(token.Text);
            before = token;
            yield return token;
            if (token is { Kind: ShellTokenKind.Control, Text: "\n" })
                while (_hereDocuments.TryDequeue(out var end))
                    yield return HereDocument(end);
        }

        foreach (var _ in _hereDocuments)
            yield return new ShellToken(ShellTokenKind.HereDocument, _at, _at, [], Open: true);
    }

    private bool SkipBlanks()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\t' or '\r' || Stands("\\\n")))
            _at += _text[_at] == '\\' ? 2 : 1;
        return _at < _text.Length;
    }

    private ShellToken Token()
    {
        if (_text[_at] == '#')
            return Plain(ShellTokenKind.Comment, LineEnd() - _at);
        var number = _at;
        while (number < _text.Length && char.IsAsciiDigit(_text[number]))
            number++;
        if (number < _text.Length && _text[number] is '<' or '>' && !StandsAt(number, "<(") && !StandsAt(number, ">("))
        {
            var start = _at;
            _at = number;
            return Plain(ShellTokenKind.Redirection, Redirection()!.Length) with { Start = start };
        }
        if (Redirection() is { } redirection && !Stands("<(") && !Stands(">("))
            return Plain(ShellTokenKind.Redirection, redirection.Length);
        return Array.Find(Controls, Stands) is { } control
            ? Plain(ShellTokenKind.Control, control.Length)
            : new ShellWord(_text, _at).Read(out _at);
    }

    private string? Redirection() => Array.Find(Redirections, Stands);

    private ShellToken Plain(ShellTokenKind kind, int length)
    {
        var start = _at;
        _at += length;
        return new ShellToken(kind, start, _at, [new ShellPiece(ShellPieceKind.Bare, _text[start.._at])]);
    }

    private ShellToken HereDocument(string end)
    {
        var (start, body) = (_at, new StringBuilder());
        while (_at < _text.Length)
        {
            var line = _text[_at..LineEnd()];
            _at = Math.Min(_text.Length, LineEnd() + 1);
            if (line.TrimStart('\t') == end)
                return Body(open: false);
            body.Append(line).Append('\n');
        }

        return Body(open: true);

        ShellToken Body(bool open) =>
            new(
                ShellTokenKind.HereDocument,
                start,
                _at,
                [new ShellPiece(ShellPieceKind.Quoted, body.ToString())],
                open
            );
    }

    private int LineEnd() => _text.IndexOf('\n', _at) is >= 0 and var end ? end : _text.Length;

    private bool Stands(string what) => StandsAt(_at, what);

    private bool StandsAt(int at, string what) => string.CompareOrdinal(_text, at, what, 0, what.Length) == 0;
}
