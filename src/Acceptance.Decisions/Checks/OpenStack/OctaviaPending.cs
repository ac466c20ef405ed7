using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Waits;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>How long what Octavia calls pending may stay so.</summary>
/// <param name="Now">On the cloud's clock.</param>
/// <param name="Limit">The budget "octavia pending".</param>
public sealed record OctaviaPending(DateTimeOffset Now, TimeSpan Limit)
{
    public static OctaviaPending At(FactSheet sheet) => new(sheet.Now, Budgets.Of(sheet.Site, "octavia pending").Limit);

    /// <summary>
    /// Its flow has died or hangs, and until it has ended Octavia refuses every other change of it.
    /// </summary>
    public const string WayOut =
        "nothing but Octavia can end it, so read octavia-worker's log of that time on the octavia units";

    /// <summary>The budget in words.</summary>
    public string Words => $"{Limit.TotalMinutes:0} min";

    /// <summary>Nothing is overdue of which no moment is known.</summary>
    public bool IsOverdue(DateTimeOffset? since) => since is { } moment && Now - moment > Limit;
}
