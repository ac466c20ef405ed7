using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Resources;

/// <summary>
/// The application credential that Magnum minted for the cluster. Its roles are frozen at its making (D-039). Only its owner may list it:
/// a credential of another user's is unknown, not kept.
/// </summary>
public sealed class MintedCredential(IIdentity identity, SiteWorkload? site)
{
    public async Task<Verdict> Judge(MagnumCluster cluster)
    {
        var credentials = await identity.ApplicationCredentials(cluster.UserId);
        return credentials.Judge(
            (all, evidence) =>
                Find(all, cluster) is { } minted
                    ? TenantSetupStands.JudgeRoles(
                        $"the credential of {cluster.Name} ({minted.Name})",
                        minted.Roles,
                        site!.Roles,
                        evidence,
                        cluster.Name
                    )
                    : Verdict.NotKnown(
                        $"the user of {cluster.Name} has no application credential for it",
                        "D-039",
                        evidence
                    )
        );
    }

    // Magnum names it after the cluster: by uuid, or by the resource name that Cluster API knows it by.
    private static ApplicationCredential? Find(IReadOnlyList<ApplicationCredential> all, MagnumCluster cluster) =>
        all.FirstOrDefault(one =>
            one.Name.Contains(cluster.Uuid, StringComparison.Ordinal)
            || (cluster.StackId is { } stack && one.Name.Contains(stack, StringComparison.Ordinal))
        );
}
