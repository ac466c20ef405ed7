using Acceptance.Cloud;
using Acceptance.Cloud.Captures;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Snapshots;

/// <summary>
/// D-011.7 where its baseline is a capture: the last one of this cloud passed, is younger than the deploy, and not
/// older than the site lets one count.
/// </summary>
public static class CaptureStands
{
    /// <summary>Clocks of two machines may differ by so much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <param name="deployed">When the model was deployed; null where nothing shows it.</param>
    public static Verdict Judge(
        IReadOnlyList<Capture> captures,
        JujuController controller,
        SiteBaseline site,
        DateTimeOffset? deployed,
        DateTimeOffset now,
        Evidence evidence
    )
    {
        var folder = site.Folder ?? "$.baseline.folder";
        if (captures.Where(one => one.Controller == controller.Uuid).MaxBy(one => one.Taken) is not { } last)
            return Verdict.Break(
                $"no capture of this cloud (controller {controller.Uuid}) lies in {folder}{Others(captures)}",
                folder,
                CaptureBaseline.Id,
                evidence
            );
        var named = (Sentence)$"the last capture ({Moment.At(last.Taken)})";
        if (deployed is not { } moment)
            return Verdict.NotKnown($"when the model was deployed could not be read", CaptureBaseline.Id, evidence);
        if (last.Checks == 0 || last.Outcome.Known is null)
            return Verdict.NotKnown(
                $"{named} says nothing of what was asserted (outcome \"{last.Outcome}\", {last.Checks} checks)",
                CaptureBaseline.Id,
                evidence
            );
        return Wrong(last, moment, site.Holds, now) is { } wrong
            ? Verdict.Break($"{named} {wrong}", folder, CaptureBaseline.Id, evidence)
            : Verdict.Keep(
                $"{named} of {last.Checks} checks passed, {Age(now - last.Taken)} ago and after the deploy",
                evidence
            );
    }

    private static Sentence? Wrong(Capture last, DateTimeOffset deployed, TimeSpan holds, DateTimeOffset now) =>
        last switch
        {
            _ when last.Outcome.Is(CaptureOutcome.Fail) => $"is of a run that failed (lowest red rung: "
                + $"{(last.LowestRed.Length == 0 ? "none said" : last.LowestRed)})",
            _ when last.Taken < deployed => $"is older than the deploy ({Moment.At(deployed)}): it is of "
                + $"another cloud of this name",
            _ when last.Taken > now + Skew => $"is dated in the future",
            _ when now - last.Taken > holds => $"is {Age(now - last.Taken)} old, and the site lets one count for "
                + $"{Age(holds)}",
            _ => null,
        };

    private static string Age(TimeSpan span) =>
        span < TimeSpan.FromDays(2) ? $"{Math.Max(0, (int)span.TotalHours)} h" : $"{(int)span.TotalDays} d";

    private static Sentence Others(IReadOnlyList<Capture> captures) =>
        captures.Count == 0 ? (Sentence)$"" : $", only {captures.Count} of other clouds";
}
