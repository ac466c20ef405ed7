using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// The platform's load balancers are ACTIVE and ONLINE; of other tenants' only ERROR is a finding (DESIGN 7).
/// ERROR while ONLINE still serves, and needs an admin failover (LB-failover).
/// </summary>
public static class LoadBalancersServe
{
    public static Check Check { get; } =
        new()
        {
            Id = "balancers-serve",
            Promise = "every load balancer of the platform serves",
            Rung = "octavia",
            Gates = true,
            Needs = [SiteNeed.Octavia],
            Facts = [OctaviaFacts.LoadBalancers],
            Judgement = sheet =>
                sheet.Judge(
                    OctaviaFacts.LoadBalancers,
                    (all, evidence) => Judge(all, sheet.Site.Octavia!, evidence, OctaviaPending.At(sheet))
                ),
        };

    public const string Entry = LbFailover.Id;

    public static Verdict Judge(
        IReadOnlyList<LoadBalancer> all,
        SiteOctavia site,
        Evidence evidence,
        OctaviaPending? pending = null
    )
    {
        Finding[] findings =
        [
            .. all.Select(one => About(one, IsPlatform(one, site), pending, evidence)).OfType<Finding>(),
        ];
        var platform = all.Count(one => IsPlatform(one, site));
        return Verdict.From(
            findings,
            () =>
                $"{platform} load balancers of the platform are active and online, "
                + $"none of the other {all.Count - platform} is in error",
            evidence
        );
    }

    // A name is no duty.
    private static string Called(LoadBalancer one) => one.Name.Length == 0 ? one.Id : $"{one.Name} ({one.Id})";

    private static bool IsPlatform(LoadBalancer one, SiteOctavia site) =>
        site.Platform.Any(pattern => Regex.IsMatch(one.Name, pattern, RegexOptions.NonBacktracking));

    private static Finding? About(LoadBalancer one, bool platform, OctaviaPending? pending, Evidence evidence)
    {
        var sound =
            one.Provisioning.Is(ProvisioningStatus.Active) && (!platform || one.Operating.Is(OperatingStatus.Online));
        var busy =
            one.Provisioning.Known
            is ProvisioningStatus.PendingCreate
                or ProvisioningStatus.PendingUpdate
                or ProvisioningStatus.PendingDelete;
        var since = one.Provisioning.Is(ProvisioningStatus.PendingCreate) ? one.Created : one.Updated ?? one.Created;
        // Octavia works at it, and nobody else may touch it: no failover is offered.
        if (busy && pending?.IsOverdue(since) == true)
            return new Finding(
                $"the load balancer {Called(one)} is {one.Provisioning}{Moment.Since(since)}: overdue, it is "
                    + $"given {pending.Words}; {OctaviaPending.WayOut}",
                one.Id,
                null,
                evidence
            );
        if (sound || (busy && !platform))
            return null;
        return new Finding(
            $"the load balancer {Called(one)} is {one.Provisioning} while it reads {one.Operating}",
            one.Id,
            // What a failover mends; members that are down it does not (cases, near-misses N08, N09).
            one.Provisioning.Is(ProvisioningStatus.Error)
                ? Entry
                : null,
            evidence
        )
        {
            MaySettle = busy,
        };
    }
}
