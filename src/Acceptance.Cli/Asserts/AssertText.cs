using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Asserts;

namespace Acceptance.Cli.Asserts;

/// <summary>
/// A sweep as lines: a word, an item, what was seen; at last PASS or FAIL. Before a terminal each line is also shown
/// as its item is judged.
/// </summary>
internal sealed class AssertText(TextWriter output, bool onTerminal)
{
    private const int WordWidth = 13,
        IdWidth = 4;

    private Dictionary<string, string> _known = [];
    private string _closing = "";

    public void Begin(IReadOnlyList<Sentence> warnings)
    {
        foreach (var warning in warnings)
            output.WriteLine(warning);
        output.WriteLine($"{CloudAssert.Numbers}.");
    }

    public void Judged(AssertedItem item)
    {
        if (onTerminal)
            output.WriteLine(Line(item));
    }

    /// <summary>All of it, in order.</summary>
    /// <param name="sweep">As it ended.</param>
    /// <param name="capture">Where a capture of it lies; null: none was asked for.</param>
    public void Show(Sweep sweep, string? capture)
    {
        if (onTerminal)
            output.WriteLine();
        foreach (var item in sweep.Lines)
            output.WriteLine(Line(item));
        foreach (var remark in sweep.Remarks)
            output.WriteLine($"WARNING: {remark}");
        if (capture is not null)
            output.WriteLine($"CAPTURE: {capture}");
        output.WriteLine(sweep.Closing);
    }

    /// <summary>
    /// What became otherwise since the last sweep, and how that one ends; before a terminal that is said of every
    /// sweep, elsewhere where it changes.
    /// </summary>
    public void ShowChanges(Sweep sweep, DateTimeOffset at)
    {
        var states = sweep.Lines.ToDictionary(Name, State);
        foreach (var item in sweep.Lines.Where(item => _known.GetValueOrDefault(Name(item)) != State(item)))
            output.WriteLine($"{at:HH:mm:ss} {Line(item)}");
        if (onTerminal || sweep.Closing != _closing)
            output.WriteLine($"{at:HH:mm:ss} {sweep.Closing}");
        (_known, _closing) = (states, sweep.Closing);
    }

    private static string Name(AssertedItem item) => $"{item.Item.Id} {item.Item.Title}";

    // By its causes, never by its words: an age that grows is no news.
    private static string State(AssertedItem item) => $"{item.Word} {string.Join(' ', item.Verdict.Causes)}";

    private static string Line(AssertedItem item) =>
        $"{item.Word.PadRight(WordWidth)} {item.Item.Id.PadRight(IdWidth)} {item.Line}";
}
