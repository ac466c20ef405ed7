using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Gates;

/// <summary>
/// Waivers of known issues. One in date covers what is broken only where every finding is covered: of its entry, and
/// of its victim where it names one. One that is over, or that covers a part, covers nothing and says so.
/// </summary>
public static class Muting
{
    /// <returns>The verdict, waived where all of it is covered, and what is to be said of waivers that do not
    /// hold.</returns>
    public static (Verdict Verdict, IReadOnlyList<Sentence> Notes) Apply(
        Verdict verdict,
        IReadOnlyList<SiteWaiver> waivers,
        DateTimeOffset now
    )
    {
        if (verdict is not Verdict.Broken broken)
            return (verdict, []);
        SiteWaiver[] met = [.. OfIssues(waivers).Where(one => broken.Findings.Any(found => IsMetBy(one, found)))];
        var covered = broken
            .Findings.Select(found => (Found: found, By: Covering(met, found, now)))
            .GroupBy(one => one.By, one => one.Found)
            .ToArray();
        if (met.Length == 0)
            return (verdict, []);
        if (broken.ContradictsWaiver || covered.Any(group => group.Key is null))
            return (verdict, [.. met.Select(one => WhyNot(one, broken, covered, now))]);
        Verdict.Waived[] waived = [.. covered.OrderBy(group => group.Key!.Expires).Select(Waived)];
        return (waived[0] with { Beside = waived[1..] }, []);
    }

    /// <summary>
    /// Waivers that nothing needs any more: every gate of their entry was judged, and nothing of it was found.
    /// </summary>
    /// <param name="judged">Checks that said kept, broken or waived.</param>
    /// <param name="found">Every finding of the run, those that were waived included.</param>
    public static IEnumerable<Sentence> NotNeeded(
        IReadOnlyList<SiteWaiver> waivers,
        IReadOnlyCollection<Check> judged,
        IReadOnlyCollection<Finding> found,
        DateTimeOffset now
    ) =>
        from waiver in OfIssues(waivers)
        let sees = KnownIssueIndex.Find(waiver.Item)!.SeenBy
        where sees.Any(judged.Contains) && sees.Where(check => check.Gates).All(judged.Contains)
        where !found.Any(one => IsMetBy(waiver, one))
        select Unneeded(waiver, now);

    /// <summary>"D-045 at keystone/0 by M. Okafor until 2026-12-31".</summary>
    public static Sentence Answered(SiteWaiver waiver) =>
        $"{waiver.Item}{(waiver.Victim is null ? "" : $" at {waiver.Victim}")} by {waiver.Owner} until "
        + $"{waiver.Expires:yyyy-MM-dd}";

    /// <summary>"the waiver of D-045 at keystone/0 by M. Okafor".</summary>
    public static Sentence Named(SiteWaiver waiver) =>
        $"the waiver of {waiver.Item}{(waiver.Victim is null ? "" : $" at {waiver.Victim}")} by {waiver.Owner}";

    /// <summary>Those of the bar are another matter: they go by a scenario's tag.</summary>
    public static IEnumerable<SiteWaiver> OfIssues(IReadOnlyList<SiteWaiver> waivers) =>
        waivers.Where(one => !ExitGate.IsItem(one.Item) && KnownIssueIndex.Find(one.Item) is not null);

    private static Sentence Unneeded(SiteWaiver waiver, DateTimeOffset now) =>
        $"{Named(waiver)}{(waiver.Expires <= now ? $" expired on {waiver.Expires:yyyy-MM-dd} and" : "")} is not "
        + $"needed any more: nothing of it was found, so it can go from the site";

    private static Verdict.Waived Waived(IGrouping<SiteWaiver?, Finding> covered) =>
        new(covered.Key!, new Verdict.Broken([.. covered]));

    private static SiteWaiver? Covering(IEnumerable<SiteWaiver> met, Finding found, DateTimeOffset now) =>
        met.Where(one => one.Expires > now && IsMetBy(one, found)).MaxBy(one => one.Expires);

    private static bool IsMetBy(SiteWaiver waiver, Finding found) =>
        KnownIssueIndex.Find(waiver.Item) == KnownIssueIndex.Find(found.Entry)
        && (waiver.Victim is null || waiver.Victim.Equals(found.Victim, StringComparison.OrdinalIgnoreCase));

    private static Sentence WhyNot(
        SiteWaiver waiver,
        Verdict.Broken broken,
        IEnumerable<IGrouping<SiteWaiver?, Finding>> covered,
        DateTimeOffset now
    )
    {
        if (broken.ContradictsWaiver)
            return $"{Named(waiver)} does not hold: contradicted by the cloud";
        if (waiver.Expires <= now)
            return $"{Named(waiver)} expired on {waiver.Expires:yyyy-MM-dd}";
        var beside = covered.Where(group => group.Key is null).SelectMany(group => group);
        var victims = beside.Select(one => one.Entry is null ? one.Victim : $"{one.Victim} ({one.Entry})").Distinct();
        return $"{Named(waiver)} does not hold: it does not cover {string.Join(", ", victims)}, found beside it";
    }
}
