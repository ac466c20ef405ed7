using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>kubectl get pods.</summary>
internal static class PodColumns
{
    public static IReadOnlyList<Column> All { get; } =
    [
        new("Name", one => one.Kept.Name),
        new("Ready", Ready),
        new("Status", Status),
        new("Restarts", Restarts),
        new("Age", one => one.Age),
        new("IP", one => Or(one.Text("status.podIP")), "string", 1),
        new("Node", one => Or(one.Text("spec.nodeName")), "string", 1),
        new("Nominated Node", one => Or(one.Text("status.nominatedNodeName")), "string", 1),
        new("Readiness Gates", _ => "<none>", "string", 1),
    ];

    private static string Or(string text) => text.Length > 0 ? text : "<none>";

    private static JsonNode Ready(PrintedObject one)
    {
        var ready = one.All("status.containerStatuses").Count(each => (bool?)each["ready"] == true);
        return $"{ready}/{one.All("spec.containers").Count()}";
    }

    /// <summary>The phase, unless a container's waiting or terminated state says more.</summary>
    private static JsonNode Status(PrintedObject one)
    {
        var status = one.Text("status.reason") is { Length: > 0 } reason ? reason : one.Text("status.phase");
        foreach (var container in one.All("status.containerStatuses").Reverse())
        {
            if ((string?)container["state"]?["waiting"]?["reason"] is { Length: > 0 } waiting)
                status = waiting;
            else if ((string?)container["state"]?["terminated"]?["reason"] is { Length: > 0 } ended)
                status = ended;
        }

        return one.Kept.Deleting ? "Terminating" : status;
    }

    private static JsonNode Restarts(PrintedObject one)
    {
        var containers = one.All("status.containerStatuses").ToArray();
        var restarts = containers.Sum(each => (int?)each["restartCount"] ?? 0);
        var last = containers.Select(each => KubeObject.Time(each["lastState"]?["terminated"]?["finishedAt"])).Max();
        return restarts == 0 || last is null ? $"{restarts}" : $"{restarts} ({Ages.Of(last, one.Now)} ago)";
    }
}
