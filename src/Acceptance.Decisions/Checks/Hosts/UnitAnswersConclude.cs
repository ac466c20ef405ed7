using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>From the answers of units to a verdict.</summary>
internal static class UnitAnswersConclude
{
    /// <summary>Findings first; without any, a silent unit makes it unknown.</summary>
    public static Verdict Conclude(
        this UnitAnswers units,
        IReadOnlyCollection<Finding> findings,
        Func<Sentence> kept,
        Evidence evidence
    )
    {
        if (findings.Count > 0)
            return new Verdict.Broken([.. findings]) { Unheard = units.Silent };
        if (units.Asked.Count + units.NotAsked.Count == 0)
            return Verdict.NotKnown($"no unit was there to be asked", null, evidence);
        string[] hindered =
        [
            .. units
                .Answers.Values.Where(answer => answer.Hindered is not null)
                .Select(answer => $"{answer.Unit} ({answer.Hindered})"),
        ];
        if (hindered.Length > 0)
            return Verdict.NotKnown(
                $"the question could not be put on {string.Join(", ", hindered)}: install what is missing there, or "
                    + $"let the login of juju run it",
                null,
                evidence
            );
        return units.Silent.Count > 0
            ? Verdict.NotKnown($"{string.Join(", ", units.Silent)} did not answer", null, evidence)
            : Verdict.Keep(kept(), evidence);
    }
}
