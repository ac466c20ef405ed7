namespace Acceptance.Cloud.Shells;

/// <summary>A text that is being parsed, and what its parsers know together.</summary>
internal sealed class ShellSource(string text, ShellPosition? origin = null, int depth = 0)
{
    /// <summary>What nests deeper was written by nobody, and would take the stack.</summary>
    private const int Deepest = 60;

    private int _depth = depth;

    public string Text => text;

    public int Depth => _depth;

    public ShellPosition Origin { get; } = origin ?? new(1, 1);

    /// <summary>
    /// Where (( was tried as arithmetic in vain: it is tried once, or what nests would be read again and again.
    /// </summary>
    public HashSet<int> NoArithmetic { get; } = [];

    public ShellSyntaxException Refuse(int at, string what) => new(PositionIn(text, at, Origin), what);

    public void Enter(int at)
    {
        if (++_depth > Deepest)
            throw Refuse(at, $"brackets and compound commands nest deeper than {Deepest} levels");
    }

    public void Leave() => _depth--;

    /// <summary>Back to a depth that was seen before, when a try was given up.</summary>
    public void Return(int before) => _depth = before;

    public static ShellPosition PositionIn(string text, int offset, ShellPosition origin)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        var lines = before.Count('\n');
        var column = before.Length - before.LastIndexOf('\n');
        return lines == 0 ? new(origin.Line, origin.Column + column - 1) : new(origin.Line + lines, column);
    }
}
