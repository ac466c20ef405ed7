using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Gates;

/// <summary>
/// A waiver in date covers a broken or unknown gate and says so; an expired one covers nothing and says that too.
/// </summary>
public static class Waiving
{
    /// <param name="tags">The scenario's tags: only a @waivable one may be waived.</param>
    public static (Verdict Verdict, Sentence? Note) Apply(
        Verdict verdict,
        IReadOnlyCollection<string> tags,
        IReadOnlyList<SiteWaiver> waivers,
        DateTimeOffset now
    )
    {
        if (
            !tags.Contains("waivable")
            || waivers.Where(one => tags.Contains(one.Item)).MaxBy(one => one.Expires) is not { } waiver
        )
            return (verdict, null);
        if (verdict is not (Verdict.Broken or Verdict.Unknown))
            return (verdict, null);
        if (verdict is Verdict.Broken { ContradictsWaiver: true })
            return (verdict, $"the waiver of {waiver.Item} by {waiver.Owner} does not hold: contradicted by the cloud");
        if (waiver.Expires <= now)
            return (verdict, $"the waiver of {waiver.Item} by {waiver.Owner} expired on {waiver.Expires:yyyy-MM-dd}");
        return (new Verdict.Waived(waiver, verdict), null);
    }
}
