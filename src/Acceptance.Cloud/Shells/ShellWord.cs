namespace Acceptance.Cloud.Shells;

/// <summary>Reads one word of a shell's text: its quotes, backslashes, variables and substitutions.</summary>
internal sealed class ShellWord
{
    private const string Ends = " \t\r\n;&|()<>";
    private const string EscapedInDouble = "\"\\$`\n";

    private readonly string _text;
    private readonly int _start;
    private readonly List<ShellPiece> _pieces = [];
    private int _at;
    private bool _open;

    public ShellWord(string text, int start) => (_text, _start, _at) = (text, start, start);

    public ShellToken Read(out int end)
    {
        while (_at < _text.Length && (!Ends.Contains(_text[_at]) || IsProcess()))
            Step();
        end = _at;
        return new ShellToken(ShellTokenKind.Word, _start, end, _pieces, _open);
    }

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    /// <summary>&lt;(...) and &gt;(...), where a word begins.</summary>
    private bool IsProcess() => _at == _start && _text[_at] is '<' or '>' && Next == '(';

    private void Step()
    {
        switch (_text[_at])
        {
            case '\'':
                Single();
                break;
            case '"':
                Double();
                break;
            case '\\':
                Escaped(ShellPieceKind.Bare);
                break;
            case '`':
                Add(ShellPieceKind.Substitution, Closed("`", _at + 1));
                break;
            case '<' or '>':
                Add(ShellPieceKind.Substitution, Bracketed(_at + 1, '(', ')'));
                break;
            case '$':
                Dollar(ShellPieceKind.Bare);
                break;
            default:
                Add(ShellPieceKind.Bare, _at + 1);
                break;
        }
    }

    private void Single()
    {
        var end = Closed("'", _at + 1);
        _pieces.Add(new ShellPiece(ShellPieceKind.Quoted, _text[(_at + 1)..(_open ? end : end - 1)]));
        _at = end;
    }

    private void Double()
    {
        _pieces.Add(new ShellPiece(ShellPieceKind.Quoted, ""));
        for (_at++; _at < _text.Length && _text[_at] != '"'; )
        {
            if (_text[_at] == '$')
                Dollar(ShellPieceKind.Quoted);
            else if (_text[_at] == '`')
                Add(ShellPieceKind.Substitution, Closed("`", _at + 1));
            else if (_text[_at] == '\\' && EscapedInDouble.Contains(Next))
                Escaped(ShellPieceKind.Quoted);
            else
                Add(ShellPieceKind.Quoted, _at + 1);
        }

        _open |= _at >= _text.Length;
        _at = Math.Min(_at + 1, _text.Length);
    }

    /// <summary>A backslash and what it protects; one in front of a line's end joins two lines.</summary>
    private void Escaped(ShellPieceKind kind)
    {
        _open |= Next == '\0';
        if (Next is not ('\0' or '\n'))
            _pieces.Add(new ShellPiece(kind, _text.Substring(_at + 1, 1)));
        _at = Math.Min(_at + 2, _text.Length);
    }

    private void Dollar(ShellPieceKind otherwise)
    {
        switch (Next)
        {
            case '(':
                Add(ShellPieceKind.Substitution, Bracketed(_at + 1, '(', ')'));
                break;
            case '{':
                var end = Bracketed(_at + 1, '{', '}');
                Add(IsPlain(_text[_at..end]) ? ShellPieceKind.Variable : ShellPieceKind.Expansion, end);
                break;
            case '\'' or '"' when otherwise == ShellPieceKind.Bare:
                Add(ShellPieceKind.Expansion, Closed(_text.Substring(_at + 1, 1), _at + 2));
                break;
            case var sign when "?#@*$!-".Contains(sign) || char.IsAsciiDigit(sign):
                Add(ShellPieceKind.Variable, _at + 2);
                break;
            default:
                var after = _at + 1;
                while (after < _text.Length && IsOfName(_text[after]))
                    after++;
                Add(after == _at + 1 ? otherwise : ShellPieceKind.Variable, after);
                break;
        }
    }

    private static bool IsPlain(string braced) =>
        braced.Length > 3 && braced[^1] == '}' && braced[2..^1].All(IsOfName) && !char.IsAsciiDigit(braced[2]);

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    /// <summary>Where what begins with a bracket ends; brackets inside of quotes do not count.</summary>
    private int Bracketed(int from, char opens, char closes)
    {
        var (depth, quote) = (0, '\0');
        for (var at = from; at < _text.Length; at++)
        {
            if (_text[at] == '\\' && quote != '\'')
                at++;
            else if (quote != '\0')
                quote = _text[at] == quote ? '\0' : quote;
            else if (_text[at] is '\'' or '"')
                quote = _text[at];
            else if (_text[at] == opens)
                depth++;
            else if (_text[at] == closes && --depth == 0)
                return at + 1;
        }

        _open = true;
        return _text.Length;
    }

    private int Closed(string quote, int from)
    {
        var close = _text.IndexOf(quote, Math.Min(from, _text.Length), StringComparison.Ordinal);
        _open |= close < 0;
        return close < 0 ? _text.Length : close + 1;
    }

    /// <summary>Takes the text up to there; what stands for itself is joined to its like.</summary>
    private void Add(ShellPieceKind kind, int end)
    {
        var piece = _text[_at..end];
        if (
            kind is ShellPieceKind.Bare or ShellPieceKind.Quoted
            && _pieces.Count > 0
            && _pieces[^1] is var last
            && last.Kind == kind
        )
            _pieces[^1] = last with { Text = last.Text + piece };
        else
            _pieces.Add(new ShellPiece(kind, piece));
        _at = end;
    }
}
