using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Controllers;

/// <summary>The kubelets: pods bound to a node start after seconds and end when they are asked to.</summary>
internal sealed class Kubelet(Ground ground, KubeCluster cluster)
{
    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(1);
    private readonly HashSet<string> _busy = [];
    private int _address = 2;

    /// <summary>A node whose kubelet is silent starts and ends nothing.</summary>
    public HashSet<string> SilentNodes { get; } = [];

    /// <summary>No kubelet runs anywhere: nothing starts, nothing ends.</summary>
    public bool Stopped { get; set; }

    /// <summary>
    /// No network is installed: what does not take the host's own gets no address, and does not start.
    /// </summary>
    public bool WithoutNetwork { get; set; }

    /// <summary>Somebody answers at the node's port 10250.</summary>
    public bool Answers(string node) =>
        !Stopped && !SilentNodes.Contains(node) && cluster.Store.Find(KubeKinds.Node, "", node) is not null;

    public void Reconcile()
    {
        if (Stopped)
            return;
        foreach (var pod in cluster.Store.List(KubeKinds.Pod).ToArray())
        {
            if ((string?)pod.Spec["nodeName"] is not { } node || SilentNodes.Contains(node))
                continue;
            if (pod.Deleting)
                Later("end " + pod.Uid, Ending, pod, End);
            else if ((string?)pod.Status["phase"] == "Pending" && MayStart(pod))
                Later("run " + pod.Uid, Starting, pod, current => Run(current));
            else if (IsConnecting(pod) && cluster.AnswersReachPods())
                Later("finish " + pod.Uid, Ending, pod, Finish);
        }
    }

    /// <summary>The pod's containers run and are ready, now.</summary>
    public KubeObject Run(KubeObject pod)
    {
        var node = cluster.Store.Find(KubeKinds.Node, "", (string?)pod.Spec["nodeName"] ?? "");
        var host = node is null ? "" : Scheduler.AddressOf(node);
        var ip = (bool?)pod.Spec["hostNetwork"] == true ? host : PodAddress(node);
        return cluster.Store.Change(
            pod,
            body => body["status"] = PodText.Running((JsonObject)body["spec"]!, host, ip, ground.Now)
        );
    }

    /// <summary>`agnhost connect`, once: it ends when it was answered.</summary>
    private static bool IsConnecting(KubeObject pod) =>
        (string?)pod.Spec["restartPolicy"] == "Never"
        && (string?)pod.Status["phase"] == "Running"
        && pod.Spec["containers"]?[0]?["command"] is JsonArray command
        && command.Any(word => (string?)word == "connect");

    private void Finish(KubeObject pod) =>
        cluster.Store.Change(pod, body => body["status"] = PodText.Succeeded((JsonObject)body["spec"]!, ground.Now));

    private bool MayStart(KubeObject pod) => !WithoutNetwork || (bool?)pod.Spec["hostNetwork"] == true;

    private void End(KubeObject pod)
    {
        if (!pod.Finalizers.Any())
            cluster.Store.Remove(pod);
    }

    private void Later(string key, TimeSpan span, KubeObject pod, Action<KubeObject> act)
    {
        if (!_busy.Add(key))
            return;
        ground.Clock.In(
            span,
            () =>
            {
                _busy.Remove(key);
                if (
                    cluster.Store.Find(KubeKinds.Pod, pod.Namespace, pod.Name) is not { } current
                    || current.Uid != pod.Uid
                )
                    return;
                if (Stopped || SilentNodes.Contains((string?)current.Spec["nodeName"] ?? ""))
                    return;
                act(current);
            }
        );
    }

    private string PodAddress(KubeObject? node)
    {
        var cidr = (string?)node?.Spec["podCIDR"] ?? "10.1.0.0/24";
        var prefix = cidr[..cidr.LastIndexOf('.')];
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}.{_address++ % 250 + 2}");
    }
}
