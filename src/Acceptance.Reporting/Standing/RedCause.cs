using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Standing;

/// <summary>
/// The answer that an operator looks for: the lowest broken layer, with what it was read from and who else suffers.
/// </summary>
/// <param name="Diagnosis">Rung, victim, known issue.</param>
/// <param name="Unknown">Nothing proves it broken: it could not be read.</param>
/// <param name="SeenBy">The scenario that found it; null when the rung itself did.</param>
/// <param name="OtherVictims">Further victims of the same verdict.</param>
public sealed record RedCause(
    Diagnosis Diagnosis,
    bool Unknown,
    ScenarioRecord? SeenBy,
    Evidence Evidence,
    IReadOnlyList<string> OtherVictims
)
{
    /// <summary>What is wrong, or could not be read, without the verdict's word.</summary>
    public Sentence What { get; } =
        Diagnosis.Verdict is Verdict.Unknown unread ? unread.WhatWasMissing : Diagnosis.Sentence;

    /// <summary>
    /// A rung is red, or could not be read, by its own check. By a scenario alone it is a layer with something wrong on
    /// it: the rung may stand.
    /// </summary>
    public string Place =>
        (SeenBy is null, Unknown) switch
        {
            (true, false) => "lowest red rung",
            (true, true) => "lowest dark rung",
            (false, false) => "lowest red layer",
            (false, true) => "dark layer",
        };

    /// <summary>Where it is wrong: the rung, or the layer and the scenario that says so.</summary>
    public Sentence Where =>
        (SeenBy, Unknown) switch
        {
            (null, false) => $"The lowest red rung is {Diagnosis.Rung.Name}",
            (null, true) => $"The lowest rung that could not be read is {Diagnosis.Rung.Name}",
            ({ } seen, false) => $"The lowest red layer is {Diagnosis.Rung.Name}, by the scenario \"{seen.Title}\"",
            ({ } seen, true) =>
                $"The lowest layer that could not be read is {Diagnosis.Rung.Name}, by the scenario \"{seen.Title}\"",
        };

    /// <summary>Counted from the bottom, 1 is the lowest.</summary>
    public int Height => Ladder.Height(Diagnosis.Rung.Name) + 1;

    /// <summary>
    /// The steps of the known issue, filled from the finding and the site; empty when no entry is known.
    /// </summary>
    public IReadOnlyList<FilledStep> Fix { get; private init; } = [];

    public static RedCause? Of(RunRecord run)
    {
        if (Diagnosis.Of(run.Ladder, run.Scenarios) is not { } diagnosis)
            return null;
        var others = diagnosis.Verdict is Verdict.Broken broken
            ? broken
                .Findings.Select(finding => finding.Victim)
                .Where(victim => victim.Length > 0 && victim != diagnosis.Victim)
                .Distinct()
                .ToArray()
            : [];
        return new RedCause(
            diagnosis,
            diagnosis.Verdict is Verdict.Unknown,
            diagnosis.SeenBy,
            diagnosis.Verdict.FirstEvidence() ?? Evidence.None,
            others
        )
        {
            Fix = diagnosis.Issue is { } issue ? FixWords.Of(issue, diagnosis.Victim, run.Site) : [],
        };
    }
}
