using Acceptance.Cloud.Faults;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Rehearsals;

namespace Acceptance.Steps.Scenarios;

/// <summary>The cloud of a rehearsal, what struck it, and what was said of it so far.</summary>
public sealed class RehearsalScene
{
    private Rehearsal? _cloud;
    private InjectedFault? _fault;

    public bool IsOpen => _cloud is not null;

    public Rehearsal Cloud
    {
        get => _cloud ?? throw new InvalidOperationException("no rehearsal cloud was opened");
        set => _cloud = value;
    }

    public InjectedFault Fault
    {
        get => _fault ?? throw new InvalidOperationException("nothing has struck");
        set => _fault = value;
    }

    /// <summary>The last check's.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>The entry, filled with whom the check names; before a check was asked, with whom the fault struck.
    /// </summary>
    public Remedy Remedy(string? entry = null)
    {
        var issue =
            KnownIssueIndex.Find(entry ?? Verdict?.RoutesTo)
            ?? throw new ArgumentException($"'{entry ?? Verdict?.RoutesTo}' is no known issue");
        return new Remedy(Cloud, issue, Named(issue) ?? Fault.Victim);
    }

    private string? Named(KnownIssue issue) =>
        (Verdict as Verdict.Broken)
            ?.Findings.FirstOrDefault(finding => KnownIssueIndex.Find(finding.Entry) == issue)
            ?.Victim;
}
