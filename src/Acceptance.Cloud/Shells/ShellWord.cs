namespace Acceptance.Cloud.Shells;

/// <summary>Reads one word of a shell's text: its quotes, backslashes, variables and substitutions.</summary>
/// <param name="strict">
/// What a substitution runs must parse; else one that does not is read to the bracket that closes it.
/// </param>
internal sealed class ShellWord(ShellSource source, int start, bool strict)
{
    private const string Ends = " \t\r\n;&|()<>";
    private const string EscapedInDouble = "\"\\$`\n";

    private readonly string _text = source.Text;
    private readonly int _start = start;
    private readonly List<ShellPiece> _pieces = [];
    private readonly List<ShellScript> _runs = [];
    private int _at = start;
    private bool _open;

    public ShellToken Read(out int end)
    {
        while (_at < _text.Length && (!Ends.Contains(_text[_at]) || IsProcess()))
            Step();
        end = _at;
        return Token(ShellTokenKind.Word);
    }

    /// <summary>What a here-document holds up to there: quotes are letters in it.</summary>
    public ShellToken Document(int end, bool open)
    {
        while (_at < end)
        {
            if (_text[_at] == '\\')
                _at = Math.Min(_at + 2, end);
            else if (_text[_at] is '$' or '`')
                Expand();
            else
                _at++;
        }

        return new ShellToken(ShellTokenKind.HereDocument, _start, end, [], open || _open) { Substitutions = _runs };
    }

    /// <summary>[[ ... ]], whole: its operators are none of the shell's.</summary>
    public ShellToken Test()
    {
        for (_at += 2; _at < _text.Length && !IsTestEnd(); )
            Raw();
        _open |= _at >= _text.Length;
        _at = Math.Min(_at + 2, _text.Length);
        return Whole();
    }

    /// <summary>From a (( to its )), which is arithmetic; null: it is none.</summary>
    public ShellToken? Arithmetic(int opens)
    {
        if (source.NoArithmetic.Contains(opens))
            return null;
        _at = opens + 2;
        for (var depth = 0; _at < _text.Length && (depth > 0 || _text[_at] != ')'); )
        {
            depth +=
                _text[_at] is '(' ? 1
                : _text[_at] is ')' ? -1
                : 0;
            Raw();
        }

        if (_at >= _text.Length)
            _open = true;
        else if (Next != ')')
        {
            source.NoArithmetic.Add(opens);
            return null;
        }

        _at = Math.Min(_at + 2, _text.Length);
        return Whole();
    }

    private bool IsTestEnd() =>
        char.IsWhiteSpace(_text[_at - 1])
        && string.CompareOrdinal(_text, _at, "]]", 0, 2) == 0
        && (_at + 2 >= _text.Length || Ends.Contains(_text[_at + 2]));

    private ShellToken Token(ShellTokenKind kind) => new(kind, _start, _at, _pieces, _open) { Substitutions = _runs };

    private ShellToken Whole() =>
        new(ShellTokenKind.Word, _start, _at, [new(ShellPieceKind.Expansion, _text[_start.._at])], _open)
        {
            Substitutions = _runs,
        };

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
                Add(ShellPieceKind.Substitution, Backticks());
                break;
            case '<' or '>':
                Add(ShellPieceKind.Substitution, Command());
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
                Add(ShellPieceKind.Substitution, Backticks());
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
                Add(ShellPieceKind.Substitution, Command());
                break;
            case '{':
                var end = Braced(otherwise == ShellPieceKind.Quoted);
                Add(IsPlain(_text[_at..end]) ? ShellPieceKind.Variable : ShellPieceKind.Expansion, end);
                break;
            case '\'' when otherwise == ShellPieceKind.Bare:
                Add(ShellPieceKind.Expansion, Escapable('\'', _at + 2));
                break;
            case '"' when otherwise == ShellPieceKind.Bare:
                var within = new ShellWord(source, _at + 1, strict);
                within.Double();
                Take(within);
                Add(ShellPieceKind.Expansion, within._at);
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

    /// <summary>A letter of something that is kept whole, or what stands in quotes or is expanded in it.</summary>
    private void Raw()
    {
        if (_text[_at] == '\'')
            _at = Closed("'", _at + 1);
        else if (_text[_at] == '\\')
            _at = Math.Min(_at + 2, _text.Length);
        else if (_text[_at] == '"')
            Double();
        else if (_text[_at] is '$' or '`')
            Expand();
        else if (_text[_at] is '<' or '>' && Next == '(' && char.IsWhiteSpace(_text[_at - 1]))
            _at = Command();
        else
            _at++;
    }

    private void Expand()
    {
        if (_text[_at] == '`')
            _at = Backticks();
        else
            Dollar(ShellPieceKind.Quoted);
    }

    private void Take(ShellWord within)
    {
        _runs.AddRange(within._runs);
        _open |= within._open;
    }

    /// <summary>Where ${...} ends, which may hold further ones.</summary>
    private int Braced(bool quoted)
    {
        if (!strict && source.Depth > 0)
            return Bracketed(_at + 1, '{', '}');
        var within = new ShellWord(source, _at, strict);
        source.Enter(_at);
        within._at += 2;
        // "${A:-it's}" has a letter there, "${A#'}'}" a quote.
        var head = within._at;
        while (head < _text.Length && (IsOfName(_text[head]) || "!@*".Contains(_text[head])))
            head++;
        var letters = quoted && !(head < _text.Length && "#%/".Contains(_text[head]));
        if (within._at < _text.Length && _text[within._at] == '#')
            within._at++;
        while (within._at < _text.Length && _text[within._at] != '}')
        {
            if (letters && _text[within._at] == '\'')
                within._at++;
            else
                within.Raw();
        }

        source.Leave();
        within._open |= within._at >= _text.Length;
        Take(within);
        return Math.Min(within._at + 1, _text.Length);
    }

    /// <summary>Where $(...), &lt;(...), &gt;(...) or $((...)) ends.</summary>
    private int Command()
    {
        var depth = source.Depth;
        try
        {
            source.Enter(_at);
            if (Next == '(' && _text[_at] == '$' && _at + 2 < _text.Length && _text[_at + 2] == '(')
            {
                var within = new ShellWord(source, _at, strict);
                if (within.Arithmetic(_at + 1) is { } whole)
                {
                    Take(within);
                    source.Leave();
                    return whole.End;
                }
            }

            _runs.Add(new ShellParser(source, _at + 2).Bracketed(out var end));
            source.Leave();
            return end;
        }
        catch (ShellSyntaxException) when (!strict)
        {
            source.Return(depth);
            return Bracketed(_at + 1, '(', ')');
        }
    }

    /// <summary>Where `...` ends; its backslashes are the outer shell's.</summary>
    private int Backticks()
    {
        var end = Escapable('`', _at + 1);
        if (_open)
            return end;
        var depth = source.Depth;
        try
        {
            source.Enter(_at);
            _runs.Add(ShellParser.Ticked(source, _at + 1, end - 1));
        }
        catch (ShellSyntaxException) when (!strict) { }

        source.Return(depth);
        return end;
    }

    /// <summary>Where a quote ends in which a backslash protects it.</summary>
    private int Escapable(char quote, int from)
    {
        for (var at = from; at < _text.Length; at++)
        {
            if (_text[at] == '\\')
                at++;
            else if (_text[at] == quote)
                return at + 1;
        }

        _open = true;
        return _text.Length;
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
