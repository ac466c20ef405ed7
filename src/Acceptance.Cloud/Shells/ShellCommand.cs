namespace Acceptance.Cloud.Shells;

/// <summary>What a statement is, by the form that it has.</summary>
public abstract record ShellCommand
{
    private ShellCommand() { }

    /// <summary>A program, a builtin or a function with its words; assignments alone stay in the shell.</summary>
    public sealed record Simple(IReadOnlyList<ShellToken> Assignments, IReadOnlyList<ShellToken> Words) : ShellCommand;

    /// <param name="Pipes">| or |&amp;, one fewer than its members.</param>
    public sealed record Pipeline(IReadOnlyList<ShellStatement> Members, IReadOnlyList<string> Pipes) : ShellCommand;

    /// <param name="Joints">&amp;&amp; or ||, one fewer than its members; the shell goes from left to right.</param>
    public sealed record AndOr(IReadOnlyList<ShellStatement> Members, IReadOnlyList<string> Joints) : ShellCommand;

    /// <summary>( ... )</summary>
    public sealed record Subshell(IReadOnlyList<ShellStatement> Body) : ShellCommand;

    /// <summary>{ ...; }</summary>
    public sealed record Group(IReadOnlyList<ShellStatement> Body) : ShellCommand;

    /// <param name="Branches">if, then each elif.</param>
    public sealed record If(IReadOnlyList<ShellBranch> Branches, IReadOnlyList<ShellStatement>? Else) : ShellCommand;

    /// <param name="Until">until, else while.</param>
    public sealed record Loop(bool Until, ShellBranch Branch) : ShellCommand;

    /// <param name="Words">null: without in, the arguments.</param>
    /// <param name="Select">select, a menu, else for.</param>
    public sealed record For(
        ShellToken Name,
        IReadOnlyList<ShellToken>? Words,
        IReadOnlyList<ShellStatement> Body,
        bool Select
    ) : ShellCommand;

    /// <summary>for (( ... ))</summary>
    public sealed record Counted(ShellToken Head, IReadOnlyList<ShellStatement> Body) : ShellCommand;

    public sealed record Case(ShellToken Word, IReadOnlyList<ShellCaseItem> Items) : ShellCommand;

    /// <summary>name() { ... } or function name { ... }; its body is any compound command.</summary>
    public sealed record Function(ShellToken Name, ShellStatement Body) : ShellCommand;

    /// <summary>[[ ... ]], as one token.</summary>
    public sealed record Test(ShellToken Whole) : ShellCommand;

    /// <summary>(( ... )), as one token.</summary>
    public sealed record Arithmetic(ShellToken Whole) : ShellCommand;

    /// <summary>time in front of a pipeline; null: in front of none.</summary>
    public sealed record Timed(ShellStatement? Of) : ShellCommand;
}
