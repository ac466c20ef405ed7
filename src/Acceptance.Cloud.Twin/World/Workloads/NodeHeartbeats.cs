using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Workloads;

/// <summary>
/// What the node controller hears of the kubelets. A silent one is Unknown after the grace period,
/// and its pods are not Ready; when its server runs again, every container on it has been started anew.
/// </summary>
internal sealed class NodeHeartbeats(Ground ground, Servers servers, KubeCluster cluster)
{
    /// <summary>node-monitor-grace-period.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(50);

    private readonly Dictionary<string, DateTimeOffset> _silentSince = [];

    public void Reconcile(bool network)
    {
        foreach (var node in cluster.Store.List(KubeKinds.Node).ToArray())
        {
            var server = servers.Find(node.Name);
            if (server is not null && servers.Runs(server))
                Heard(node, network);
            else
                Silent(node);
        }
    }

    private void Heard(KubeObject node, bool network)
    {
        cluster.Controllers.Kubelet.SilentNodes.Remove(node.Name);
        if (_silentSince.Remove(node.Name))
        {
            foreach (var pod in PodsOn(node.Name))
                cluster.Store.Change(pod, body => PodText.RestartAll((JsonObject)body["status"]!, ground.Now));
        }

        if (node.Condition("Ready") != (network ? "True" : "False"))
            Tell(node, NodeText.ReadyCondition(network, ground.Now));
    }

    private void Silent(KubeObject node)
    {
        cluster.Controllers.Kubelet.SilentNodes.Add(node.Name);
        if (_silentSince.TryAdd(node.Name, ground.Now))
            ground.Clock.In(Grace, cluster.Controllers.Trigger);
        if (ground.Now < _silentSince[node.Name] + Grace || node.Condition("Ready") == "Unknown")
            return;
        var condition = NodeText.ReadyCondition(false, ground.Now);
        condition["status"] = "Unknown";
        condition["reason"] = "NodeStatusUnknown";
        condition["message"] = "Kubelet stopped posting node status.";
        Tell(node, condition);
        foreach (var pod in PodsOn(node.Name))
            cluster.Store.Change(pod, body => PodText.Unheard((JsonObject)body["status"]!, ground.Now));
    }

    private KubeObject[] PodsOn(string node) =>
        [
            .. cluster
                .Store.List(KubeKinds.Pod)
                .Where(pod => (string?)pod.Spec["nodeName"] == node && !PodText.HasEnded(pod)),
        ];

    private void Tell(KubeObject node, JsonObject condition) =>
        cluster.Store.Change(
            node,
            body =>
            {
                var conditions = (JsonArray)body["status"]!["conditions"]!;
                foreach (var old in conditions.Where(one => (string?)one!["type"] == "Ready").ToArray())
                    conditions.Remove(old);
                conditions.Add((JsonNode)condition);
            }
        );
}
