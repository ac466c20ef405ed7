using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Shells;

/// <summary>Makes a tree of the lexer's tokens: lists, pipelines, simple commands and their redirections.</summary>
internal sealed partial class ShellParser(ShellSource source, int start)
{
    private readonly int _start = start;
    private static readonly string[] Closing = ["}", "then", "do", "done", "fi", "else", "elif", "esac"];
    private static readonly string[] Ends = [")", ";;", ";&", ";;&"];

    private readonly ShellLexer _lexer = new(source, start);
    private readonly List<ShellToken> _comments = [];
    private readonly Queue<ShellRedirect> _documents = new();
    private ShellToken? _ahead;
    private bool _read;
    private int _end = start;

    /// <summary>The next token, which is taken by Take; null at the end.</summary>
    public ShellToken? Ahead => _read ? _ahead : Read();

    /// <summary>Where the last token that was taken ends.</summary>
    public int End => _end;

    public string Text => source.Text;

    public ShellScript Whole()
    {
        var list = List(_start);
        return Ahead is { } left ? throw Unexpected(left) : Script(list, source.Text.Length);
    }

    /// <summary>Up to the bracket that closes a substitution.</summary>
    public ShellScript Bracketed(out int end)
    {
        var list = List(_start);
        Expect(")", _start, "a substitution that is");
        end = _end;
        return Script(list, end - 1);
    }

    /// <summary>What stands between backticks, where \` \\ and \$ lost their backslash to the outer shell.</summary>
    public static ShellScript Ticked(ShellSource source, int from, int to)
    {
        var written = source.Text[from..to];
        if (!written.Contains('\\', StringComparison.Ordinal))
        {
            var same = new ShellSource(source.Text[..to], source.Origin, source.Depth);
            return new ShellParser(same, from).Whole();
        }

        var own = new ShellSource(
            Protected().Replace(written, "$1"),
            ShellSource.PositionIn(source.Text, from, source.Origin),
            source.Depth
        );
        return new ShellParser(own, 0).Whole();
    }

    private ShellScript Script(IReadOnlyList<ShellStatement> list, int end) =>
        new(source.Text, _start, end, list) { Comments = _comments, Origin = source.Origin };

    private ShellToken? Read()
    {
        _read = true;
        while ((_ahead = _lexer.Next()) is { } token)
        {
            if (token.Open)
                throw source.Refuse(
                    _documents.TryPeek(out var waits) ? waits.Start : token.Start,
                    token.Kind == ShellTokenKind.HereDocument
                        ? "a here-document is never ended by its word"
                        : "a quote or a bracket is opened and never closed"
                );
            if (token.Kind == ShellTokenKind.Comment)
                _comments.Add(token);
            else if (token.Kind != ShellTokenKind.HereDocument)
                break;
            else if (_documents.TryDequeue(out var of))
                of.Document = token;
        }

        return _ahead;
    }

    public ShellToken Take()
    {
        var token = Ahead!;
        _read = false;
        _end = token.End;
        return token;
    }

    /// <summary>The next token by other rules: a test or arithmetic; null where it is none of that.</summary>
    public ShellToken? Again(Func<ShellLexer, ShellToken?> read)
    {
        if (read(_lexer) is not { } token)
            return null;
        if (token.Open)
            throw source.Refuse(token.Start, "a quote or a bracket is opened and never closed");
        _read = false;
        _end = token.End;
        return token;
    }

    public bool Stands(string control) => Ahead is { Kind: ShellTokenKind.Control } token && token.Text == control;

    /// <summary>A reserved word, which is one only where it is written without quotes.</summary>
    public bool Reserved(string word) =>
        Ahead is { Kind: ShellTokenKind.Word } token
        && token.End - token.Start == word.Length
        && string.CompareOrdinal(source.Text, token.Start, word, 0, word.Length) == 0;

    public bool Took(string what)
    {
        if (!Stands(what) && !Reserved(what))
            return false;
        Take();
        return true;
    }

    public void Expect(string what, int since, string whose)
    {
        if (!Took(what))
            throw Ahead is { } other
                ? source.Refuse(other.Start, $"'{Shown(other)}' stands where {what} was expected")
                : source.Refuse(since, $"{whose} never closed by {what}");
    }

    public ShellToken Word(string whose) =>
        Ahead is { Kind: ShellTokenKind.Word }
            ? Take()
            : throw source.Refuse(Ahead?.Start ?? source.Text.Length, $"{whose} lacks a word");

    public ShellSyntaxException Refuse(int at, string what) => source.Refuse(at, what);

    private ShellSyntaxException Unexpected(ShellToken token) =>
        source.Refuse(token.Start, $"'{Shown(token)}' stands where a command was expected");

    private string Shown(ShellToken token) =>
        token.Text == "\n" ? "the end of the line" : source.Text[token.Start..Math.Min(token.End, token.Start + 40)];

    public void SkipLines()
    {
        while (Stands("\n"))
            Take();
    }

    /// <summary>A list that has something in it, up to what closes it.</summary>
    public IReadOnlyList<ShellStatement> Body(string whose)
    {
        var at = _end;
        var list = List(at);
        return list.Count > 0 ? list : throw source.Refuse(Ahead?.Start ?? at, $"{whose} has no command");
    }

    /// <summary>Statements up to what closes a list, or the end.</summary>
    public IReadOnlyList<ShellStatement> List(int at)
    {
        var list = new List<ShellStatement>();
        source.Enter(at);
        for (SkipLines(); Ahead is not null && !AtEnd(); SkipLines())
        {
            var one = AndOr();
            if (Stands("&"))
            {
                Take();
                one = one with { Background = true };
            }
            else if (!Took(";") && !Stands("\n") && Ahead is { } left && !AtEnd())
                throw Unexpected(left);
            list.Add(one);
        }

        source.Leave();
        return list;
    }

    private bool AtEnd() =>
        Ahead is { Kind: ShellTokenKind.Control } control ? Ends.Contains(control.Text) : Closing.Any(Reserved);

    private ShellStatement AndOr() =>
        Joined(Pipeline, ["&&", "||"], (members, joints) => new ShellCommand.AndOr(members, joints));

    public ShellStatement Pipeline()
    {
        var at = Ahead?.Start ?? _end;
        if (Took("!"))
            return Pipeline() is var of && of.Negated
                ? throw source.Refuse(at, "! stands twice in front of a pipeline")
                : of with
                {
                    Start = at,
                    Negated = true,
                };
        return Joined(
            new ShellCompound(this).Command,
            ["|", "|&"],
            (members, pipes) => new ShellCommand.Pipeline(members, pipes)
        );
    }

    private ShellStatement Joined(
        Func<ShellStatement> member,
        string[] by,
        Func<IReadOnlyList<ShellStatement>, IReadOnlyList<string>, ShellCommand> joined
    )
    {
        var (members, joints) = (new List<ShellStatement> { member() }, new List<string>());
        while (Array.Find(by, Stands) is { } joint)
        {
            Take();
            joints.Add(joint);
            SkipLines();
            if (Ahead is null)
                throw source.Refuse(_end - joint.Length, $"nothing follows {joint}");
            members.Add(member());
        }

        return members.Count == 1
            ? members[0]
            : new ShellStatement(members[0].Start, members[^1].End, joined(members, joints));
    }

    public void Await(ShellRedirect redirect) => _documents.Enqueue(redirect);

    [GeneratedRegex(@"\\([`\\$])", RegexOptions.NonBacktracking)]
    private static partial Regex Protected();
}
