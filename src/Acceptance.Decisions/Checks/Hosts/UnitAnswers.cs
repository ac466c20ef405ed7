using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>The answers of a batched question, and who was to answer: a unit that is missing is unknown by name.</summary>
public sealed record UnitAnswers(
    IReadOnlyCollection<string> Asked,
    IReadOnlyCollection<string> NotAsked,
    IReadOnlyDictionary<string, UnitAnswer> Answers
)
{
    /// <summary>Units that gave no answer, among them those whose agent is lost.</summary>
    public IReadOnlyList<string> Silent => [.. Asked.Where(unit => !Answers.ContainsKey(unit)).Concat(NotAsked)];

    /// <summary>Findings first; without any, a silent unit makes it unknown.</summary>
    public Verdict Conclude(IReadOnlyCollection<Finding> findings, Func<string> kept, Evidence evidence)
    {
        if (findings.Count > 0)
            return new Verdict.Broken([.. findings]);
        if (Asked.Count + NotAsked.Count == 0)
            return Verdict.NotKnown("no unit was there to be asked", null, evidence);
        return Silent.Count > 0
            ? Verdict.NotKnown($"{string.Join(", ", Silent)} did not answer", null, evidence)
            : Verdict.Keep(kept(), evidence);
    }
}
