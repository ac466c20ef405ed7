using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// The captured rig had no scheduler: a hand made its pods run, or nobody did, and so it is in the twin's cluster.
/// </summary>
internal sealed class RigScheduler(RigCluster cluster)
{
    // The rig had no scheduler: pods became Ready by a hand, and are shown so.
    public void Converge(KubeCapture capture)
    {
        var ready =
            capture
                .Exchanges.Select(one => one with { Frames = null })
                .SelectMany(CaptureShelf.Bodies)
                .Any(body => (string?)body["kind"] == "Deployment" && (int?)body["status"]?["readyReplicas"] > 0)
            || capture.Exchanges.Any(one =>
                one.Object?.Plural == "pods"
                && one.Query.Contains("labelSelector=app", StringComparison.Ordinal)
                && (one.Body?.ToJsonString().Contains("\"Running\"", StringComparison.Ordinal) ?? false)
            )
            || (
                capture.Exchanges.Any(one => one.Object?.Plural == "deployments")
                && capture.Stdout.Contains("2/2", StringComparison.Ordinal)
            );
        if (ready)
            Schedule();
        else if (
            capture.Exchanges.FirstOrDefault(one =>
                one.Status == 200 && one.Frames is null && one.Object?.Plural is "deployments" or "pods"
            )
                is { } first
            && Waits(first)
        )
            Unschedule(first.Object!.Namespace);
    }

    // None of its pods ran yet: no scheduler had placed them.
    private static bool Waits(Exchange first)
    {
        var said = first.Body?.ToJsonString() ?? "";
        if (first.Object!.Plural == "pods")
            return first.Query.Contains("labelSelector=app", StringComparison.Ordinal)
                && said.Contains("\"Pending\"", StringComparison.Ordinal)
                && !said.Contains("\"Running\"", StringComparison.Ordinal);
        return CaptureShelf
            .Bodies(first)
            .Any(body =>
                (string?)body["kind"] == "Deployment"
                && (int?)body["status"]?["unavailableReplicas"] > 0
                && (int?)body["status"]?["readyReplicas"] is null or 0
            );
    }

    private void Unschedule(string ns)
    {
        lock (cluster.Gate)
        {
            var store = cluster.Kube.Store;
            foreach (
                var pod in store
                    .List(KubeKinds.Pod, ns)
                    .Where(one => (string?)one.Status["phase"] == "Running" && one.Owners.Any())
                    .ToArray()
            )
            {
                store.Change(
                    pod,
                    body =>
                    {
                        (body["spec"] as JsonObject)?.Remove("nodeName");
                        body["status"] = JsonNode.Parse(
                            """{"phase":"Pending","conditions":[],"qosClass":"BestEffort"}"""
                        );
                    }
                );
            }
        }

        cluster.Kube.Controllers.Trigger();
        cluster.Pass(TimeSpan.FromSeconds(2));
    }

    /// <summary>The pods of Deployments run, as the captured rig's hand made them run.</summary>
    public void Schedule()
    {
        cluster.Pass(TimeSpan.FromSeconds(2));
        lock (cluster.Gate)
        {
            var store = cluster.Kube.Store;
            foreach (
                var pod in store
                    .List(KubeKinds.Pod)
                    .Where(one => (string?)one.Status["phase"] == "Pending" && one.Owners.Any())
                    .ToArray()
            )
            {
                var node = store.List(KubeKinds.Node).Select(one => one.Name).Last();
                cluster.Kube.Controllers.Kubelet.Run(store.Change(pod, body => body["spec"]!["nodeName"] = node));
            }
        }

        cluster.Kube.Controllers.Trigger();
        cluster.Pass(TimeSpan.FromSeconds(2));
    }
}
