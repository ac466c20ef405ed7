using System.Text;

namespace Acceptance.Cloud.Shells;

/// <summary>
/// Parts a shell's text into words, operators, comments and here-documents as bash does, and runs nothing of it.
/// </summary>
public sealed class ShellLexer
{
    private static readonly string[] Controls = [";;&", ";;", ";&", "&&", "||", "|&", ";", "&", "|", "(", ")", "\n"];

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

    private readonly ShellSource _source;
    private readonly string _text;
    private readonly bool _strict;
    private readonly Queue<(string Word, bool Quoted, bool Tabs)> _hereDocuments = new();
    private ShellToken? _before;
    private int _at;

    /// <summary>Reads on from there; what a substitution runs must parse.</summary>
    internal ShellLexer(ShellSource source, int at, bool strict = true) =>
        (_source, _text, _at, _strict) = (source, source.Text, at, strict);

    /// <summary>The tokens in their order, read as they are asked for.</summary>
    public static IEnumerable<ShellToken> Read(string text)
    {
        var lexer = new ShellLexer(new ShellSource(text), 0, strict: false);
        while (lexer.Next() is { } token)
            yield return token;
    }

    /// <summary>The next one; null at the text's end.</summary>
    internal ShellToken? Next()
    {
        if (
            _before is { Kind: ShellTokenKind.Control, Text: "\n" } or { Kind: ShellTokenKind.HereDocument }
            && _hereDocuments.TryDequeue(out var due)
        )
            return _before = HereDocument(due.Word, due.Quoted, due.Tabs);
        if (!SkipBlanks())
            return _hereDocuments.TryDequeue(out _)
                ? new ShellToken(ShellTokenKind.HereDocument, _at, _at, [], Open: true)
                : null;
        var token = Token();
        if (_before is { Kind: ShellTokenKind.Redirection, Text: "<<" or "<<-" } && token.Kind == ShellTokenKind.Word)
            _hereDocuments.Enqueue(
                (token.Text, _text.AsSpan(token.Start..token.End).ContainsAny("\\'\""), _before.Text == "<<-")
            );
        return _before = token;
    }

    /// <summary>Back to the start of a token that was read ahead, in order to read it by other rules.</summary>
    internal void GoTo(int at) => _at = at;

    internal ShellToken Test(int at) => Jump(new ShellWord(_source, at, _strict).Test());

    internal ShellToken? Arithmetic(int from, int opens) =>
        new ShellWord(_source, from, _strict).Arithmetic(opens) is { } whole ? Jump(whole) : null;

    private ShellToken Jump(ShellToken token)
    {
        _at = token.End;
        return _before = token;
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
            : new ShellWord(_source, _at, _strict).Read(out _at);
    }

    private string? Redirection() => Array.Find(Redirections, Stands);

    private ShellToken Plain(ShellTokenKind kind, int length)
    {
        var start = _at;
        _at += length;
        return new ShellToken(kind, start, _at, [new ShellPiece(ShellPieceKind.Bare, _text[start.._at])]);
    }

    private ShellToken HereDocument(string end, bool quoted, bool tabs)
    {
        var (start, body) = (_at, new StringBuilder());
        while (_at < _text.Length)
        {
            var (from, line) = (_at, _text[_at..LineEnd()]);
            _at = Math.Min(_text.Length, LineEnd() + 1);
            if ((tabs ? line.TrimStart('\t') : line).TrimEnd('\r') == end)
                return Body(from, open: false);
            body.Append(line).Append('\n');
        }

        return Body(_text.Length, open: true);

        ShellToken Body(int last, bool open) =>
            (
                quoted
                    ? new ShellToken(ShellTokenKind.HereDocument, start, last, [], open)
                    : new ShellWord(_source, start, _strict).Document(last, open)
            ) with
            {
                Pieces = [new ShellPiece(ShellPieceKind.Quoted, body.ToString())],
            };
    }

    private int LineEnd() => _text.IndexOf('\n', _at) is >= 0 and var end ? end : _text.Length;

    private bool Stands(string what) => StandsAt(_at, what);

    private bool StandsAt(int at, string what) => string.CompareOrdinal(_text, at, what, 0, what.Length) == 0;
}
