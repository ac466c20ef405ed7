using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>kubectl logs: a few lines of the container's own, nothing of a pod without a node.</summary>
internal static class PodLogs
{
    public static KubeAnswer Answer(KubeRequest request, KubeObject pod)
    {
        var containers = (pod.Spec["containers"] as JsonArray ?? [])
            .Select(one => (string?)one!["name"] ?? "")
            .ToArray();
        var wanted = request.Query("container") ?? containers.FirstOrDefault() ?? "";
        if (!containers.Contains(wanted))
            throw KubeRefusedException.BadRequest($"container {wanted} is not valid for pod {pod.Name}");
        if (pod.Spec["nodeName"] is null)
            return new KubeAnswer(204, null);
        var status = (pod.Status["containerStatuses"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .FirstOrDefault(one => (string?)one["name"] == wanted);
        var ended = status?["lastState"]?["terminated"] is not null;
        var previous = request.Query("previous") is "true" or "1";
        if (previous && !ended)
            throw KubeRefusedException.BadRequest(
                $"previous terminated container \"{wanted}\" in pod \"{pod.Name}\" not found"
            );
        var crashing = previous || (string?)status?["state"]?["waiting"]?["reason"] == "CrashLoopBackOff";
        return KubeAnswer.Plain(
            200,
            $"I1120 {wanted}: started\n"
                + (crashing ? "F1120 main.go:93] the configuration could not be read: unexpected end of file\n" : "")
        );
    }
}
