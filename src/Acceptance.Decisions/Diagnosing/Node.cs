using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>All that leads to one entry, or to none from one check; with what may follow from it.</summary>
internal sealed record Node(string Name, IReadOnlyList<Symptom> Symptoms)
{
    public KnownIssue? Issue { get; } = KnownIssueIndex.Find(Symptoms[0].Finding.Entry);

    public IReadOnlyList<Consequence> Consequences => Issue?.Consequences ?? CheckConsequences.Of(Symptoms[0].Check);
}
