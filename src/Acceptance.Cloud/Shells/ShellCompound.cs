namespace Acceptance.Cloud.Shells;

/// <summary>Reads one command with its redirections: a compound one by its reserved word, else a simple one.</summary>
internal sealed class ShellCompound(ShellParser parser)
{
    public ShellStatement Command()
    {
        if (parser.Ahead is not { } first)
            throw parser.Refuse(parser.End, "a command is missing at the end");
        var at = first.Start;
        var compound = Compound(first);
        if (compound is null)
            return new ShellSimple(parser).Command();
        var redirects = new List<ShellRedirect>();
        if (compound is not (ShellCommand.Function or ShellCommand.Timed))
        {
            while (ShellSimple.Redirect(parser, null) is { } redirect)
                redirects.Add(redirect);
        }

        return new ShellStatement(at, parser.End, compound) { Redirects = redirects };
    }

    private ShellCommand? Compound(ShellToken first)
    {
        if (first is { Kind: ShellTokenKind.Control, Text: "(" })
            return Parenthesis(first.Start);
        if (first.Kind != ShellTokenKind.Word)
            return null;
        return parser.Text[first.Start..first.End] switch
        {
            "{" => Group(first.Start),
            "[[" => new ShellCommand.Test(parser.Again(lexer => lexer.Test(first.Start))!),
            "if" => If(),
            "while" or "until" => Loop(),
            "for" or "select" => For(),
            "case" => Case(),
            "function" => Named(),
            "time" => Timed(),
            "coproc" => throw parser.Refuse(first.Start, "a coproc is not read here: name its pipes instead"),
            _ => null,
        };
    }

    private ShellCommand Parenthesis(int at)
    {
        if (
            string.CompareOrdinal(parser.Text, at, "((", 0, 2) == 0
            && parser.Again(lexer => lexer.Arithmetic(at, at)) is { } arithmetic
        )
            return new ShellCommand.Arithmetic(arithmetic);
        parser.Take();
        var body = parser.Body("a subshell");
        parser.Expect(")", at, "a subshell is");
        return new ShellCommand.Subshell(body);
    }

    private ShellCommand.Group Group(int at)
    {
        parser.Take();
        var body = parser.Body("a group");
        parser.Expect("}", at, "a group is");
        return new ShellCommand.Group(body);
    }

    private ShellCommand.If If()
    {
        var at = parser.Take().Start;
        var branches = new List<ShellBranch>();
        do
        {
            var condition = parser.Body("an if");
            parser.Expect("then", at, "an if is");
            branches.Add(new ShellBranch(condition, parser.Body("a then")));
        } while (parser.Took("elif"));
        var otherwise = parser.Took("else") ? parser.Body("an else") : null;
        parser.Expect("fi", at, "an if is");
        return new ShellCommand.If(branches, otherwise);
    }

    private ShellCommand.Loop Loop()
    {
        var until = parser.Reserved("until");
        var at = parser.Take().Start;
        var condition = parser.Body("a loop's condition");
        return new ShellCommand.Loop(until, new ShellBranch(condition, Done(at)));
    }

    private IReadOnlyList<ShellStatement> Done(int at)
    {
        parser.Expect("do", at, "a loop is");
        var body = parser.Body("a loop");
        parser.Expect("done", at, "a loop is");
        return body;
    }

    private ShellCommand For()
    {
        var select = parser.Reserved("select");
        var at = parser.Take().Start;
        if (!select && parser.Ahead is { Kind: ShellTokenKind.Control, Text: "(" } opens)
            return Counted(at, opens.Start);
        var name = parser.Word("a for");
        var parted = parser.Took(";");
        parser.SkipLines();
        List<ShellToken>? words = null;
        if (!parted && parser.Took("in"))
        {
            words = [];
            while (parser.Ahead is { Kind: ShellTokenKind.Word })
                words.Add(parser.Take());
            if (!parser.Took(";") && !parser.Stands("\n"))
                throw parser.Refuse(parser.End, "the words of a for are not ended by ; or a line's end");
        }

        parser.SkipLines();
        return new ShellCommand.For(name, words, Braced(at), select);
    }

    private ShellCommand.Counted Counted(int at, int opens)
    {
        var head =
            parser.Again(lexer => lexer.Arithmetic(opens, opens))
            ?? throw parser.Refuse(opens, "the head of a for is no (( ... ))");
        parser.Took(";");
        parser.SkipLines();
        return new ShellCommand.Counted(head, Braced(at));
    }

    private IReadOnlyList<ShellStatement> Braced(int at) => parser.Reserved("{") ? Group(at).Body : Done(at);

    private ShellCommand.Case Case()
    {
        var at = parser.Take().Start;
        var word = parser.Word("a case");
        parser.SkipLines();
        parser.Expect("in", at, "a case is");
        var items = new List<ShellCaseItem>();
        for (parser.SkipLines(); !parser.Took("esac"); parser.SkipLines())
        {
            var item = Item(at);
            items.Add(item with { End = item.End.Length > 0 ? item.End : ";;" });
            parser.SkipLines();
            if (item.End.Length == 0 && !parser.Reserved("esac"))
                parser.Expect("esac", at, "a case is");
        }

        return new ShellCommand.Case(word, items);
    }

    private ShellCaseItem Item(int at)
    {
        if (parser.Ahead is null)
            parser.Expect("esac", at, "a case is");
        parser.Took("(");
        var patterns = new List<ShellToken>();
        do patterns.Add(parser.Word("a case's pattern"));
        while (parser.Took("|"));
        parser.Expect(")", at, "a case's pattern is");
        var body = parser.List(parser.End);
        string[] ends = [";;", ";&", ";;&"];
        return new ShellCaseItem(patterns, body, Array.Find(ends, parser.Took) ?? "");
    }

    private ShellCommand.Function Named()
    {
        parser.Take();
        var name = parser.Word("a function");
        if (parser.Took("("))
            parser.Expect(")", name.Start, "a function's bracket is");
        return Function(name);
    }

    /// <summary>From behind its name and brackets.</summary>
    public ShellCommand.Function Function(ShellToken name)
    {
        parser.SkipLines();
        var body = Command();
        return body.Command is ShellCommand.Simple or ShellCommand.Function or ShellCommand.Timed
            ? throw parser.Refuse(body.Start, "the body of a function is no compound command")
            : new ShellCommand.Function(name, body);
    }

    private ShellCommand.Timed Timed()
    {
        parser.Take();
        parser.Took("-p");
        return new ShellCommand.Timed(
            parser.Ahead is null or { Kind: ShellTokenKind.Control, Text: not "(" } ? null : parser.Pipeline()
        );
    }
}
