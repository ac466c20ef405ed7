using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Rehearsals;

/// <summary>Whether a check saw what was broken. Unknown is no detection: it names nothing to act upon.</summary>
public static class Detection
{
    /// <summary>Kept when a finding is about what the fault struck.</summary>
    public static Verdict OfVictim(Verdict said, string struck) =>
        said is Verdict.Broken broken && broken.Findings.Any(finding => IsAbout(finding, struck))
            ? Verdict.Keep($"the check says: {said.Sentence}")
            : Verdict.Break($"{struck} was struck, and the check does not name it: {said.Words}", struck, null);

    /// <summary>
    /// Kept when the check says that it does not know: where nothing can be seen, nobody is to be named.
    /// </summary>
    public static Verdict OfNothing(Verdict said) =>
        said is Verdict.Unknown
            ? Verdict.Keep($"the check says: {said.Sentence}")
            : Verdict.Break($"the check took nothing for something: {said.Words}", "the check", null);

    /// <summary>Kept when the verdict routes to the known issue.</summary>
    public static Verdict OfEntry(Verdict said, string entry) =>
        KnownIssueIndex.Find(entry) is { } issue && KnownIssueIndex.Find(said.RoutesTo) == issue
            ? Verdict.Keep($"the check leads to {issue.Id}: {issue.Title}")
            : Verdict.Break($"the check leads to {said.RoutesTo ?? "no known issue"}, not to {entry}", entry, null);

    // A finding names what an operator acts upon; the fault may have told more of it: a namespace before it, a port
    // behind it.
    private static bool IsAbout(Finding finding, string struck) =>
        finding.Victim.Contains(struck, StringComparison.Ordinal)
        || struck.Contains(finding.Victim, StringComparison.Ordinal);
}
