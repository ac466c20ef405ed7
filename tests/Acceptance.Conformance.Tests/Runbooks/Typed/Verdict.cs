using System.Text.RegularExpressions;
using Acceptance.Conformance.Tests.Runbooks.Running;

namespace Acceptance.Conformance.Tests.Runbooks.Typed;

/// <summary>What became of a line: it passes, it is refused in these words, or the twin does not emulate it.</summary>
/// <param name="Word">passes, refuses or "not emulated".</param>
/// <param name="Says">The last thing that it said, when it did not pass; ids and times without their values.</param>
internal sealed partial record Verdict(string Word, string Says)
{
    public static IReadOnlyList<string> Order { get; } = ["not emulated", "refuses", "passes"];

    public static Verdict Of(Ran ran)
    {
        var last =
            ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(line => line.Trim().Length > 0)
            ?? "";
        var says = Varying().Replace(last.Trim().Replace('\t', ' '), "N");
        if (ran.Output.Contains("not emulated", StringComparison.OrdinalIgnoreCase) || ran.Exit == 64)
            return new Verdict("not emulated", says);
        return ran.Exit == 0 ? new Verdict("passes", "") : new Verdict("refuses", says);
    }

    /// <summary>How many there are of each, the best first.</summary>
    public static string Counts(IEnumerable<Verdict> verdicts) =>
        string.Join(", ", Order.Reverse().Select(word => $"{word} {verdicts.Count(verdict => verdict.Word == word)}"));

    /// <summary>Worse than what was approved, or refused in other words.</summary>
    public bool IsWorseThan(Verdict approved) =>
        Rank < approved.Rank || (Word == "refuses" && approved.Word == "refuses" && Says != approved.Says);

    private int Rank => Order.ToList().IndexOf(Word);

    [GeneratedRegex(
        @"[0-9a-f]{8}-[0-9a-f-]{27}|req-\S+|\b\d{1,3}(?:\.\d{1,3}){3}\b|/\S*acceptance-twins/[\d.]+|\b\d+\b"
    )]
    private static partial Regex Varying();
}
