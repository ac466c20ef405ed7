using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Controllers;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// What an API server asks a node's kubelet for; null: it is not asked. One that does not answer is told as the dial
/// that failed.
/// </summary>
internal static class Kubelets
{
    public static KubeAnswer? Answers(KubeRequest request, ResourcePath path)
    {
        if (path.Subresource is not ("log" or "exec" or "attach" or "portforward") || path.Name is null)
            return null;
        var pod = request.Store.Get(KubeKinds.Pod, path.Namespace ?? "", path.Name);
        if ((string?)pod.Spec["nodeName"] is not { } node)
            return path.Subresource == "log"
                ? null
                : throw KubeRefusedException.BadRequest($"pod {pod.Name} does not have a host assigned");
        if (request.Cluster.Controllers.Kubelet.Answers(node))
            return null;
        if (path.Subresource != "log")
            throw KubeRefusedException.NotEmulated($"pods/{path.Subresource}");
        var containers = pod.Spec["containers"] as JsonArray ?? [];
        var wanted = request.Query("container") ?? (string?)pod.Spec["containers"]?[0]?["name"] ?? "";
        if (!containers.Any(one => (string?)one!["name"] == wanted))
            return null;
        var host = request.Store.Find(KubeKinds.Node, "", node) is { } known ? Scheduler.AddressOf(known) : node;
        var asked = $"https://{host}:10250/containerLogs/{pod.Namespace}/{pod.Name}/{wanted}{Query(request)}";
        return KubeAnswer.Failure(500, "", $"Get \"{asked}\": dial tcp {host}:10250: connect: connection refused");
    }

    private static string Query(KubeRequest request)
    {
        var passedOn = request
            .Http.Request.Query.Where(one => one.Key is "follow" or "previous" or "tailLines")
            .Select(one => $"{one.Key}={one.Value}");
        var query = string.Join('&', passedOn);
        return query.Length > 0 ? "?" + query : "";
    }
}
