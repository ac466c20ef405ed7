using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Controllers;

/// <summary>Keeps as many pods as a ReplicaSet wants.</summary>
internal sealed class ReplicaSetController(Ground ground, KubeCluster cluster)
{
    public void Reconcile()
    {
        foreach (var set in cluster.Store.List(KubeKinds.ReplicaSet).Where(one => !one.Deleting).ToArray())
            Reconcile(set);
    }

    private void Reconcile(KubeObject set)
    {
        var store = cluster.Store;
        var pods = store
            .List(KubeKinds.Pod, set.Namespace)
            .Where(pod => pod.OwnedBy(set.Uid) && !pod.Deleting && !PodText.HasEnded(pod))
            .ToList();
        var wanted = (int?)set.Spec["replicas"] ?? 1;
        for (var missing = wanted - pods.Count; missing > 0; missing--)
            pods.Add(store.Create(KubeKinds.Pod, PodOf(set)));
        foreach (
            var surplus in pods.OrderBy(pod => pod.Condition("Ready") == "True")
                .Take(Math.Max(0, pods.Count - wanted))
                .ToArray()
        )
        {
            store.Delete(surplus);
            pods.Remove(surplus);
        }

        var ready = pods.Count(pod => pod.Condition("Ready") == "True");
        store.ChangeStatus(set, Status(set, pods.Count, ready));
    }

    private JsonObject Status(KubeObject set, int pods, int ready)
    {
        var status = new JsonObject { ["replicas"] = pods };
        if (pods > 0)
            status["fullyLabeledReplicas"] = pods;
        if (ready > 0)
        {
            // Two nodes: a JSON node has one parent.
            status["readyReplicas"] = ready;
            status["availableReplicas"] = ready;
        }

        if (cluster.Minor >= 35)
            status["terminatingReplicas"] = 0;
        status["observedGeneration"] = set.Metadata["generation"]?.DeepClone();
        return status;
    }

    private JsonObject PodOf(KubeObject set)
    {
        var template = (JsonObject)set.Spec["template"]!;
        var metadata = template["metadata"]?.DeepClone() as JsonObject ?? [];
        metadata["name"] = $"{set.Name}-{ground.NewSuffix(5)}";
        metadata["generateName"] = $"{set.Name}-";
        metadata["namespace"] = set.Namespace;
        metadata["ownerReferences"] = new JsonArray(ObjectText.Owner(set));
        var spec = (JsonObject)template["spec"]!.DeepClone();
        Defaulting.ServiceAccount(spec, ground.NewSuffix(5));
        return new JsonObject
        {
            ["metadata"] = metadata,
            ["spec"] = spec,
            ["status"] = PodText.Pending(),
        };
    }
}
