using System.Text;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Facts;

/// <summary>What the workload cluster says of itself, through its own API.</summary>
public static class WorkloadFacts
{
    /// <summary>
    /// The cluster's kubeconfig, from the secret that Cluster API keeps: a read. A run that may change the cloud puts
    /// in the one that Magnum issues, as a tenant gets it.
    /// </summary>
    public static FactKey<string> Kubeconfig { get; } =
        FactKey<string>.Still(
            "workload kubeconfig",
            source => source.From(MagnumFacts.Cluster, cluster => FromSecret(source.Cloud, cluster)),
            MagnumFacts.Cluster
        );

    public static FactKey<IKubernetes> Api { get; } =
        FactKey<IKubernetes>.Still(
            "workload API",
            source => source.From(Kubeconfig, text => Task.FromResult(source.Cloud.Cluster(text))),
            Kubeconfig
        );

    public static FactKey<IReadOnlyList<Node>> Nodes { get; } =
        FactKey<IReadOnlyList<Node>>.Moving("workload nodes", source => source.From(Api, api => api.Nodes()), Api);

    public static FactKey<IReadOnlyList<Pod>> Pods { get; } =
        FactKey<IReadOnlyList<Pod>>.Moving("workload pods", source => source.From(Api, api => api.Pods()), Api);

    /// <summary>The pods as the run saw them a restart window ago.</summary>
    public static FactKey<IReadOnlyList<Pod>> PodsBefore { get; } =
        FactKey<IReadOnlyList<Pod>>.Witnessed("workload pods a restart window ago");

    private static async Task<Reading<string>> FromSecret(ICloud cloud, MagnumCluster cluster)
    {
        var ns = $"magnum-{cluster.ProjectId}";
        var names = await cloud.Management.SecretNames(ns);
        if (names is not Reading<IReadOnlyList<string>>.Seen listed)
            return names.As<string>();
        var wanted = cluster.StackId is { } stack ? $"{stack}-kubeconfig" : null;
        if (listed.Value.FirstOrDefault(one => one == wanted) is not { } name)
            return Unread(
                $"the namespace {ns} of the management cluster keeps no secret "
                    + $"{wanted ?? "for the cluster's kubeconfig"}"
            );
        return await cloud.Management.Secret(ns, name) switch
        {
            Reading<IReadOnlyDictionary<string, byte[]>>.Seen seen => seen.Value.TryGetValue("value", out var value)
                ? new Reading<string>.Seen(Encoding.UTF8.GetString(value), seen.Evidence)
                : Unread($"the secret {ns}/{name} has no key value"),
            var unread => unread.As<string>(),
        };
    }

    private static Reading<string> Unread(Sentence sentence) =>
        new Reading<string>.Unread(Unreadable.NotOursToRead, sentence, Evidence.None);
}
