using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Traps;

/// <summary>What every call of some programs keeps to.</summary>
/// <param name="Programs">Whose calls it speaks of.</param>
/// <param name="Holds">What is true of each: "each asks for JSON".</param>
/// <param name="Breaks">Whether a call breaks it.</param>
public sealed record DriverRule(IReadOnlyList<string> Programs, Sentence Holds, Func<CalledProgram, bool> Breaks)
{
    /// <summary>Those of the calls that the rule speaks of.</summary>
    public IReadOnlyList<CalledProgram> Of(IEnumerable<CalledProgram> called) =>
        [.. called.Where(one => Programs.Contains(one.Program))];

    /// <summary>Whether these calls keep it; where none of them is of its programs, nothing is proven.</summary>
    public Verdict Judge(IEnumerable<CalledProgram> called, string entry)
    {
        var mine = Of(called);
        var programs = string.Join(", ", Programs);
        return mine.Count == 0
            ? Verdict.NotKnown($"no call of {programs} was seen, so that none shows whether the rule is kept", entry)
            : Verdict.From(
                mine.Where(Breaks)
                    .DistinctBy(one => one.ToString())
                    .Select(one => new Finding($"our own `{one}` breaks the rule", one.Program, entry, Evidence.None)),
                () => $"of {mine.Count} calls of {programs} {Holds}"
            );
    }
}
