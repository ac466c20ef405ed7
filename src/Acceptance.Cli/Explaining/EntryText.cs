using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Cli.Explaining;

/// <summary>
/// One entry as lines to read: what is seen, how it is told apart, what to do, what not, and how it is known to be
/// cured. A command is one line, to be copied whole.
/// </summary>
internal static class EntryText
{
    public static IEnumerable<string> Lines(KnownIssue issue, Site? site) =>
        [.. Names(issue), "", .. Seen(issue, site), "", .. Mended(issue, site), "", .. Around(issue)];

    private static IEnumerable<string> Names(KnownIssue issue)
    {
        var also = issue.Aliases.Count == 0 ? "" : $" (also {string.Join(", ", issue.Aliases)})";
        yield return $"{issue.Id}{also}";
        yield return issue.Title;
        var kind = issue.Kind switch
        {
            KnownIssueKind.Trap => "a way of working that goes wrong, on",
            KnownIssueKind.LookAlike => "something normal that is taken for a fault, on",
            _ => "a fault of",
        };
        yield return $"{kind} the rung {issue.Rung}; {string.Join(", ", issue.Phases)}";
    }

    private static IEnumerable<string> Seen(KnownIssue issue, Site? site)
    {
        yield return $"symptom: {issue.Symptom}";
        yield return $"cause: {issue.Cause}";
        yield return $"confirm: {Fix.Render(issue.FastConfirm, null, site)}";
        foreach (var miss in issue.NearMisses)
        {
            yield return "";
            yield return $"looks like it: {miss.Looks}";
            yield return $"  in truth: {miss.Is}";
            yield return $"  told apart by: {Fix.Render(miss.ToldApartBy, null, site)}";
            yield return $"  do not {miss.DoNot} ({miss.Source})";
        }
    }

    private static IEnumerable<string> Mended(KnownIssue issue, Site? site)
    {
        var steps = Fix.Render(issue, null, site);
        yield return "fix:";
        foreach (var (index, step) in steps.Take(issue.Fix.Count).Index())
            yield return $"  {index + 1}. [{step.Needs.Word()}] {step}";
        if (issue.DoNots.Count > 0)
            yield return "do not:";
        foreach (var never in steps.Skip(issue.Fix.Count))
            yield return $"  - {never}";
        yield return $"cured when: {issue.Proof}";
    }

    private static IEnumerable<string> Around(KnownIssue issue)
    {
        yield return issue.SeenBy.Count == 0
            ? "seen by: no check of the catalogue; a deed of a run meets it"
            : $"seen by: {string.Join("; ", issue.SeenBy.Select(check => $"{check.Id}, that {check.Promise}"))}";
        if (issue.Explains.Count > 0)
            yield return $"follows from it: {string.Join(", ", issue.Explains)}";
        yield return issue.Faults.Count == 0
            ? "no fault of the twin makes it"
            : $"made on a twin by: {string.Join(", ", issue.Faults)}";
        yield return $"source: {issue.Heading}";
    }
}
