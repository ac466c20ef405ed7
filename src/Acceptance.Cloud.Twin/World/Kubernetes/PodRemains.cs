using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>
/// Pods that have ended and were not collected yet: the collector waits for 12,500 of them.
/// </summary>
internal static class PodRemains
{
    private const int AtMost = 3;

    /// <summary>The tombstone of a pod of some ReplicaSets; who replaced it runs.</summary>
    public static void Evict(KubeCluster cluster, Func<int, string> suffix, DateTimeOffset now)
    {
        foreach (var replacement in Owned(cluster))
        {
            var body = new JsonObject
            {
                ["metadata"] = Metadata(replacement, suffix(5), keepsOwner: true),
                ["spec"] = replacement.Spec.DeepClone(),
                ["status"] = PodText.Evicted(now),
            };
            cluster.Store.Create(KubeKinds.Pod, body);
        }
    }

    /// <summary>What a job's pod leaves when it has done its work.</summary>
    public static void Finish(KubeCluster cluster, Func<int, string> suffix, DateTimeOffset now)
    {
        foreach (var neighbour in Owned(cluster).Take(1))
        {
            var spec = (JsonObject)neighbour.Spec.DeepClone();
            spec["restartPolicy"] = "Never";
            var metadata = Metadata(neighbour, suffix(5), keepsOwner: false);
            metadata["name"] = $"etcd-defrag-{suffix(5)}";
            metadata["labels"] = new JsonObject { ["job-name"] = "etcd-defrag" };
            cluster.Store.Create(
                KubeKinds.Pod,
                new JsonObject
                {
                    ["metadata"] = metadata,
                    ["spec"] = spec,
                    ["status"] = PodText.Succeeded(spec, now),
                }
            );
        }
    }

    private static KubeObject[] Owned(KubeCluster cluster) =>
        [
            .. cluster
                .Store.List(KubeKinds.Pod)
                .Where(pod => pod.Metadata["generateName"] is not null && pod.Condition("Ready") == "True")
                .Take(AtMost),
        ];

    private static JsonObject Metadata(KubeObject pod, string suffix, bool keepsOwner)
    {
        var like = pod.Metadata;
        var metadata = new JsonObject
        {
            ["name"] = $"{(string?)like["generateName"]}{suffix}",
            ["generateName"] = like["generateName"]!.DeepClone(),
            ["namespace"] = pod.Namespace,
            ["labels"] = like["labels"]?.DeepClone() ?? new JsonObject(),
        };
        if (keepsOwner && like["ownerReferences"] is { } owners)
            metadata["ownerReferences"] = owners.DeepClone();
        return metadata;
    }
}
