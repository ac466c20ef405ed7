using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>
/// Faults against checks, as the known issues declare it: what each fault of a twin turns red or unknown in a cloud of
/// which everything is asked.
/// </summary>
public static class KillMatrix
{
    public static IReadOnlyList<string> Faults { get; } =
    [.. KnownIssueIndex.All.SelectMany(issue => issue.Faults).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What becomes of the check in one cloud or another that has the fault.</summary>
    public static Effects Declared(string fault, Check check)
    {
        var issue = KnownIssueIndex.OfFault(fault)!;
        var seen =
            issue.SeenBy.Contains(check) && !issue.Spares.Any(one => one.Fault == fault && one.Check == check)
                ? Effects.Red
                : Effects.Untouched;
        return issue
            .Consequences.Where(one => one.Check == check && (one.Faults.Count == 0 || one.Faults.Contains(fault)))
            .Aggregate(seen, (effects, one) => effects | one.Effects);
    }
}
