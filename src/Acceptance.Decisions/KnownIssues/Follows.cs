using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.OpenStack;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>Consequences that several causes share, written once.</summary>
internal static class Follows
{
    /// <summary>These cannot be judged.</summary>
    public static IEnumerable<Consequence> Unknown(string unless, params IReadOnlyList<Check> checks) =>
        checks.Select(check => new Consequence(check, Effects.Unknown, unless));

    /// <summary>These go red without an entry of their own.</summary>
    public static IEnumerable<Consequence> Red(string unless, params IReadOnlyList<Check> checks) =>
        checks.Select(check => new Consequence(check, Effects.Red, unless));

    /// <summary>These go red, and lead to the same entry: a second sight of it.</summary>
    public static IEnumerable<Consequence> Seen(string entry, string unless, params IReadOnlyList<Check> checks) =>
        Red(unless, checks).Select(one => one with { Entry = entry });

    /// <summary>The workload cluster cannot be made, and nothing of it can be read.</summary>
    public static IEnumerable<Consequence> ClusterIsNotMade(string unless) =>
        Red(unless, ClusterIsComplete.Building, ClusterIsComplete.Check)
            .Concat(
                Unknown(
                    unless,
                    CapoIsNotRefused.Check,
                    TenantSetupStands.Credential,
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check,
                    NodesAreReady.Check,
                    EveryContainerIsReady.Check,
                    EveryContainerIsReady.Addons,
                    EveryContainerIsReady.Still
                )
            );

    /// <summary>A cluster gets no machine: it is never complete, and nothing of it can be read.</summary>
    public static IEnumerable<Consequence> MachinesAreNotMade(string unless) =>
        Red(unless, ClusterIsComplete.Check)
            .Concat(
                Unknown(
                    unless,
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check,
                    NodesAreReady.Check,
                    EveryContainerIsReady.Check,
                    EveryContainerIsReady.Addons,
                    EveryContainerIsReady.Still
                )
            );

    /// <summary>Nobody gets to the management VM, nor to what its API tells of.</summary>
    public static IEnumerable<Consequence> ManagementIsOutOfReach(string unless) =>
        Red(
                unless,
                ManagementServerRuns.Login,
                ManagementIsReady.Nodes,
                ClusterIsComplete.Check,
                ClusterIsComplete.Health,
                HealthReadsAsExpected.Check
            )
            .Concat(
                Unknown(
                    unless,
                    TenantReachesTheVip.Port,
                    TenantReachesTheVip.Service,
                    ManagementIsReady.Check,
                    ControllersRun.Check,
                    ProvidersAreAsNamed.Check,
                    CapoIsNotRefused.Check,
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check,
                    NodesAreReady.Check,
                    EveryContainerIsReady.Check,
                    EveryContainerIsReady.Addons,
                    EveryContainerIsReady.Still
                )
            );

    /// <summary>Only where the cause is this one's.</summary>
    public static IEnumerable<Consequence> OfVictim(this IEnumerable<Consequence> all, string victim) =>
        all.Select(one => one with { Of = victim });

    public static IEnumerable<Consequence> Bound(this IEnumerable<Consequence> all, Bond bond) =>
        all.Select(one => one with { Bond = bond });

    /// <summary>Not what follows, but what is beneath.</summary>
    public static IEnumerable<Consequence> Beneath(this IEnumerable<Consequence> all) =>
        all.Select(one => one with { IsBeneath = true });

    /// <summary>The same, of these faults of the roster alone.</summary>
    public static IEnumerable<Consequence> ByFault(
        this IEnumerable<Consequence> all,
        params IReadOnlyList<string> faults
    ) => all.Select(one => one with { Faults = faults });
}
