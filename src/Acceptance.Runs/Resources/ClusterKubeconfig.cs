using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Resources;

/// <summary>A workload cluster's kubeconfig: by Magnum, which issues a certificate; under observe from the secret that Cluster API keeps.</summary>
public sealed class ClusterKubeconfig(
    IContainerInfra magnum,
    IKubernetes management,
    Scope tenant,
    Permit permit,
    Journal journal
)
{
    public bool MayIssue => permit >= Permit.Mutate;

    public Task<Reading<string>> Issue(MagnumCluster cluster) =>
        journal.Do("issue", "kubeconfig", cluster.Name, cluster.Uuid, () => magnum.Kubeconfig(tenant, cluster));

    public async Task<string> Fetch(MagnumCluster cluster) =>
        MayIssue ? (await Issue(cluster)).OrBreak(cluster.Name, null) : await FromSecret(cluster);

    private async Task<string> FromSecret(MagnumCluster cluster)
    {
        var ns = $"magnum-{cluster.ProjectId}";
        var names = await management.SecretNames(ns);
        var wanted = cluster.StackId is { } stack ? $"{stack}-kubeconfig" : null;
        var name =
            names.OrStop().FirstOrDefault(one => one == wanted)
            ?? throw new VerdictException(
                Verdict.NotKnown(
                    $"the namespace {ns} of the management cluster keeps no secret "
                        + (wanted ?? "for the cluster's kubeconfig"),
                    null,
                    names.Evidence
                )
            );
        var secret = await management.Secret(ns, name);
        return secret.OrStop().TryGetValue("value", out var value)
            ? System.Text.Encoding.UTF8.GetString(value)
            : throw new VerdictException(
                Verdict.NotKnown($"the secret {ns}/{name} has no key value", null, secret.Evidence)
            );
    }
}
