using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// What phase-08 is built on: external network, keypair, flavors with their sizes, roles (phase-08, Prerequisites).
/// </summary>
public static class TenantSetupStands
{
    public static Check Network { get; } =
        new()
        {
            Id = "external-network",
            Promise = "the external network is there, and it is external",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.Networks],
            Judgement = sheet =>
                sheet.Judge(
                    MagnumFacts.Networks,
                    (all, evidence) => JudgeNetwork(all, sheet.Site.Workload!.ExternalNetwork, evidence)
                ),
        };

    public static Check Keypair { get; } =
        new()
        {
            Id = "tenant-keypair",
            Promise = "the keypair of the cluster is there",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [ComputeFacts.Keypairs],
            Judgement = sheet =>
                sheet.Judge(
                    ComputeFacts.Keypairs,
                    (all, evidence) => JudgeKeypair(all, sheet.Site.Workload!.Keypair, evidence)
                ),
        };

    public static Check Flavors { get; } =
        new()
        {
            Id = "tenant-flavors",
            Promise = "both flavors of the cluster have their sizes",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [ComputeFacts.Flavors],
            Judgement = sheet =>
                sheet.Judge(
                    ComputeFacts.Flavors,
                    (all, evidence) =>
                        Verdict.All(
                            JudgeFlavor(all, sheet.Site.Workload!.MasterFlavor, evidence),
                            JudgeFlavor(all, sheet.Site.Workload.WorkerFlavor, evidence)
                        )
                ),
        };

    public static Check Roles { get; } =
        new()
        {
            Id = "creator-roles",
            Promise = "who creates clusters carries every needed role",
            Rung = "magnum",
            Gates = true,
            Needs = [SiteNeed.Workload],
            After = [MagnumLists.Check],
            Facts = [IdentityFacts.CreatorRoles, IdentityFacts.AdminToken],
            Judgement = sheet =>
                sheet.Judge(
                    IdentityFacts.CreatorRoles,
                    IdentityFacts.AdminToken,
                    (held, me, evidence) =>
                        JudgeRoles(
                            $"{me.UserName} on {sheet.Site.Workload!.Project}",
                            held,
                            sheet.Site.Workload.Roles,
                            evidence
                        )
                ),
        };

    public static Check Credential { get; } =
        new()
        {
            Id = "credential-roles",
            Promise = "the credential that the cluster was given carries every needed role",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.ClusterCredentials, MagnumFacts.Cluster],
            Judgement = sheet =>
                sheet.Judge(
                    MagnumFacts.ClusterCredentials,
                    MagnumFacts.Cluster,
                    (all, cluster, evidence) => JudgeCredential(all, cluster, sheet.Site.Workload!, evidence)
                ),
        };

    /// <summary>
    /// The roles of a credential are frozen at its making (D-039). Only its owner may list it: a credential of
    /// another user's is unknown, not kept. Magnum names it after the cluster: by uuid, or by the resource name that
    /// Cluster API knows it by.
    /// </summary>
    public static Verdict JudgeCredential(
        IReadOnlyList<ApplicationCredential> all,
        MagnumCluster cluster,
        SiteWorkload site,
        Evidence evidence
    ) =>
        all.FirstOrDefault(one =>
            one.Name.Contains(cluster.Uuid, StringComparison.Ordinal)
            || (cluster.StackId is { } stack && one.Name.Contains(stack, StringComparison.Ordinal))
        )
            is { } minted
            ? JudgeRoles(
                $"the credential of {cluster.Name} ({minted.Name})",
                minted.Roles,
                site.Roles,
                evidence,
                cluster.Name
            )
            : Verdict.NotKnown(
                $"the user of {cluster.Name} ({cluster.UserId}) has no application credential that is named after it, "
                    + $"so the roles it was given cannot be read: look as that user "
                    + $"(openstack application credential list)",
                null,
                evidence
            );

    public const string RolesEntry = D039.Id;

    public static Verdict JudgeNetwork(IReadOnlyList<NeutronNetwork> networks, string name, Evidence evidence) =>
        Named(networks, name) switch
        {
            [] => Verdict.Break($"no network is called {name}", name, null, evidence),
            [{ External: false }] => Verdict.Break($"the network {name} is not external", name, null, evidence),
            [{ Status.Known: not NetworkStatus.Active } network] => Verdict.Break(
                $"the network {name} is {network.Status}",
                name,
                null,
                evidence
            ),
            [_] => Verdict.Keep($"{name} is external and ACTIVE", evidence),
            var several => Verdict.NotKnown(
                $"{several.Length} external networks are called {name}: "
                    + $"{string.Join(", ", several.Select(network => network.Id))}",
                null,
                evidence
            ),
        };

    // An administrator is shown every project's: a private one of the name stands in for none that is external.
    private static NeutronNetwork[] Named(IReadOnlyList<NeutronNetwork> networks, string name)
    {
        NeutronNetwork[] named = [.. networks.Where(network => network.Name == name)];
        NeutronNetwork[] external = [.. named.Where(network => network.External)];
        return external.Length > 0 ? external : [.. named.Take(1)];
    }

    public static Verdict JudgeKeypair(IReadOnlyList<string> keypairs, string name, Evidence evidence) =>
        keypairs.Contains(name)
            ? Verdict.Keep($"the keypair {name} is there", evidence)
            : Verdict.Break($"the user has no keypair {name}", name, null, evidence);

    public static Verdict JudgeFlavor(IReadOnlyList<Flavor> flavors, SiteFlavor wanted, Evidence evidence) =>
        flavors.FirstOrDefault(flavor => flavor.Name == wanted.Name) switch
        {
            null => Verdict.Break($"no flavor is called {wanted.Name}", wanted.Name, null, evidence),
            { } found when found.RamMb != wanted.RamMb || found.Vcpus != wanted.Vcpus => Verdict.Break(
                $"the flavor {wanted.Name} is {found.RamMb}/{found.Vcpus}, not {wanted.RamMb}/{wanted.Vcpus}",
                wanted.Name,
                null,
                evidence
            ),
            _ => Verdict.Keep($"{wanted.Name} is {wanted.RamMb} MB, {wanted.Vcpus} vCPUs", evidence),
        };

    /// <param name="victim">What is to be acted upon where that is not who lacks the role: a credential is made anew
    /// with its cluster.</param>
    public static Verdict JudgeRoles(
        string who,
        IReadOnlyList<string> held,
        IReadOnlyList<string> needed,
        Evidence evidence,
        string? victim = null
    )
    {
        var missing = needed.Where(role => !held.Contains(role, StringComparer.OrdinalIgnoreCase)).ToArray();
        return missing.Length == 0
            ? Verdict.Keep($"{who} carries {string.Join(", ", needed)}", evidence)
            : Verdict.Break(
                $"{who} lacks {string.Join(" and ", missing)} (it carries "
                    + $"{(held.Count == 0 ? "no role" : string.Join(", ", held))})",
                victim ?? who,
                RolesEntry,
                evidence
            );
    }
}
