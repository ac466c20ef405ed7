using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Controllers;

/// <summary>Gives pods nodes; a taint that a pod does not tolerate keeps it Pending (uninitialized-taint).</summary>
internal sealed class Scheduler(Ground ground, KubeCluster cluster)
{
    /// <summary>kube-scheduler does not run: new pods stay Pending without a node, and nobody says why.</summary>
    public bool Stopped { get; set; }

    public void Reconcile()
    {
        if (Stopped)
            return;
        var store = cluster.Store;
        var nodes = store.List(KubeKinds.Node).ToArray();
        foreach (
            var pod in store.List(KubeKinds.Pod).Where(pod => pod.Spec["nodeName"] is null && !pod.Deleting).ToArray()
        )
        {
            var fitting = nodes.Where(node => Untolerated(node, pod) is null).ToArray();
            if (fitting.Length == 0)
            {
                Refuse(store, pod, nodes);
                continue;
            }

            var busy = store
                .List(KubeKinds.Pod)
                .ToLookup(other => (string?)other.Spec["nodeName"] ?? "", other => other.Label("pod-template-hash"));
            var hash = pod.Label("pod-template-hash");
            var chosen = fitting
                .OrderBy(node => busy[node.Name].Count(other => other == hash))
                .ThenBy(node => busy[node.Name].Count())
                .ThenBy(node => node.Name, StringComparer.Ordinal)
                .First();
            store.Change(
                pod,
                body =>
                {
                    body["spec"]!["nodeName"] = chosen.Name;
                    body["status"] = PodText.Creating((JsonObject)body["spec"]!, AddressOf(chosen), ground.Now);
                }
            );
        }
    }

    /// <summary>A node's InternalIP.</summary>
    public static string AddressOf(KubeObject node) =>
        (string?)
            (node.Status["addresses"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .FirstOrDefault(one => (string?)one["type"] == "InternalIP")
                ?["address"]
        ?? "";

    private void Refuse(ObjectStore store, KubeObject pod, IReadOnlyCollection<KubeObject> nodes)
    {
        var reasons = nodes
            .GroupBy(node => Untolerated(node, pod)!)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Count()} {group.Key}");
        var none = $"0/{nodes.Count} nodes are available";
        var message =
            nodes.Count == 0
                ? "no nodes available to schedule pods"
                : $"{none}: {string.Join(", ", reasons)}. no new claims to deallocate, "
                    + $"preemption: {none}: {nodes.Count} Preemption is not helpful for scheduling.";
        var known = (pod.Status["conditions"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Any(one => (string?)one["message"] == message);
        if (!known)
            store.Change(pod, body => body["status"] = PodText.Pending(PodText.Unschedulable(message, ground.Now)));
    }

    private static string? Untolerated(KubeObject node, KubeObject pod)
    {
        var tolerations = (pod.Spec["tolerations"] as JsonArray ?? []).OfType<JsonObject>().ToArray();
        if (
            (bool?)node.Spec["unschedulable"] == true
            && !Array.Exists(tolerations, one => Covers(one, "node.kubernetes.io/unschedulable", "NoSchedule"))
        )
            return "node(s) were unschedulable";
        foreach (var taint in (node.Spec["taints"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var key = (string?)taint["key"] ?? "";
            var effect = (string?)taint["effect"] ?? "";
            if (effect == "PreferNoSchedule" || Array.Exists(tolerations, one => Covers(one, key, effect)))
                continue;
            return $"node(s) had untolerated taint {{{key}: {(string?)taint["value"]}}}";
        }

        return node.Condition("Ready") == "True" || Array.Exists(tolerations, one => one["key"] is null)
            ? null
            : "node(s) had untolerated taint {node.kubernetes.io/not-ready: }";
    }

    private static bool Covers(JsonObject toleration, string key, string effect) =>
        ((string?)toleration["key"] ?? key) == key
        && ((string?)toleration["effect"] ?? effect) is var covered
        && (covered.Length == 0 || covered == effect);
}
