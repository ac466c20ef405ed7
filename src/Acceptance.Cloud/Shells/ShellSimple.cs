using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Shells;

/// <summary>Reads a simple command: assignments, words and redirections, in whatever order they stand.</summary>
internal sealed partial class ShellSimple(ShellParser parser)
{
    private static readonly string[] Declaring = ["export", "declare", "typeset", "local", "readonly"];

    private readonly List<ShellToken> _assignments = [];
    private readonly List<ShellToken> _words = [];
    private readonly List<ShellRedirect> _redirects = [];

    public ShellStatement Command()
    {
        var at = parser.Ahead!.Start;
        while (parser.Ahead is { Kind: ShellTokenKind.Word or ShellTokenKind.Redirection } token)
        {
            if (Redirect(parser, null) is { } redirect)
                _redirects.Add(redirect);
            else if (NamesDescriptor(token))
                _redirects.Add(Redirect(parser, parser.Take())!);
            else if (Word() is { } function)
                return new ShellStatement(at, parser.End, function);
        }

        if (_assignments.Count + _words.Count + _redirects.Count == 0)
            throw parser.Refuse(at, $"'{parser.Text[at].ToString().Trim()}' stands where a command was expected");
        return new ShellStatement(at, parser.End, new ShellCommand.Simple(_assignments, _words))
        {
            Redirects = _redirects,
        };
    }

    /// <summary>The redirection that stands there, or null.</summary>
    public static ShellRedirect? Redirect(ShellParser parser, ShellToken? descriptor)
    {
        if (parser.Ahead is not { Kind: ShellTokenKind.Redirection })
            return null;
        var sign = parser.Take();
        var target = parser.Word("a redirection");
        var redirect = new ShellRedirect(descriptor?.Start ?? sign.Start, sign.Text, target)
        {
            Descriptor = descriptor?.Text ?? parser.Text[sign.Start..(sign.End - sign.Text.Length)],
        };
        if (sign.Text is "<<" or "<<-")
            parser.Await(redirect);
        return redirect;
    }

    /// <summary>{name} close to a redirection: the shell puts the descriptor into it.</summary>
    private bool NamesDescriptor(ShellToken token) =>
        Braced().IsMatch(parser.Text.AsSpan(token.Start..token.End))
        && token.End < parser.Text.Length
        && parser.Text[token.End] is '<' or '>';

    private ShellCommand.Function? Word()
    {
        var token = parser.Take();
        var written = parser.Text[token.Start..token.End];
        var assigns = _words.Count == 0 || Declaring.Contains(_words[0].Text);
        if (assigns && Assigned().IsMatch(written))
            (_words.Count == 0 ? _assignments : _words).Add(Value(token, written));
        else if (assigns && Indexed().IsMatch(written))
            throw parser.Refuse(token.Start, "a blank in an array's index is not read here: leave it out");
        else if (parser.Stands("("))
            return Function(token, written);
        else
            _words.Add(token);
        return null;
    }

    private ShellCommand.Function Function(ShellToken name, string written)
    {
        if (_words.Count + _assignments.Count + _redirects.Count > 0 || !Name().IsMatch(written))
            throw parser.Refuse(parser.Ahead!.Start, "'(' stands behind a word that names no function");
        parser.Take();
        parser.Expect(")", name.Start, "a function's bracket is");
        return new ShellCompound(parser).Function(name);
    }

    private ShellToken Value(ShellToken token, string written)
    {
        if (!written.EndsWith('=') || !parser.Stands("(") || parser.Ahead!.Start != token.End)
            return token;
        parser.Take();
        var elements = new List<ShellToken>();
        for (parser.SkipLines(); parser.Ahead is { Kind: ShellTokenKind.Word }; parser.SkipLines())
            elements.Add(parser.Take());
        parser.Expect(")", token.Start, "an array is");
        return token with
        {
            End = parser.End,
            Pieces = [new ShellPiece(ShellPieceKind.Expansion, parser.Text[token.Start..parser.End])],
            Substitutions = [.. token.Substitutions, .. elements.SelectMany(one => one.Substitutions)],
            Elements = elements,
        };
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\[[^\]]*\])?\+?=", RegexOptions.NonBacktracking)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\[[^\]]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Indexed();

    [GeneratedRegex(@"^\{[A-Za-z_][A-Za-z0-9_]*\}$", RegexOptions.NonBacktracking)]
    private static partial Regex Braced();

    [GeneratedRegex("^[^$`'\"\\\\={}!?*+@]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
