using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>The JSON of pods: specs from plans, statuses as a kubelet writes them.</summary>
internal static class PodText
{
    public static JsonObject Spec(WorkloadPlan plan)
    {
        var spec = new JsonObject
        {
            ["containers"] = new JsonArray([
                .. plan.Containers.Select(one =>
                    (JsonNode)new JsonObject { ["name"] = one.Name, ["image"] = one.Image }
                ),
            ]),
        };
        if (plan.HostNetwork)
            spec["hostNetwork"] = true;
        if (plan.Node is not null)
            spec["nodeName"] = plan.Node;
        if (plan.ToleratesAll)
            spec["tolerations"] = new JsonArray(new JsonObject { ["operator"] = "Exists" });
        Defaulting.PodSpec(spec);
        return spec;
    }

    /// <summary>Failed or Succeeded: no kubelet runs it any more, and no controller counts it.</summary>
    public static bool HasEnded(KubeObject pod) => (string?)pod.Status["phase"] is "Failed" or "Succeeded";

    /// <summary>What a kubelet leaves of a pod that it evicted: no word of its containers.</summary>
    public static JsonObject Evicted(DateTimeOffset now) =>
        new()
        {
            ["message"] =
                "The node was low on resource: ephemeral-storage. "
                + "Threshold quantity: 2139512454, available: 1918752Ki. ",
            ["phase"] = "Failed",
            ["reason"] = "Evicted",
            ["startTime"] = KubeObject.Stamp(now),
        };

    /// <summary>Its containers have done their work.</summary>
    public static JsonObject Succeeded(JsonObject spec, DateTimeOffset now)
    {
        var status = Common("Succeeded", "", now, ready: false);
        status["containerStatuses"] = Containers(
            spec,
            (_, one) =>
            {
                one["state"] = new JsonObject
                {
                    ["terminated"] = new JsonObject
                    {
                        ["exitCode"] = 0,
                        ["reason"] = "Completed",
                        ["startedAt"] = KubeObject.Stamp(now),
                        ["finishedAt"] = KubeObject.Stamp(now),
                    },
                };
                one["ready"] = false;
                one["restartCount"] = 0;
                one["started"] = false;
            }
        );
        return status;
    }

    public static JsonObject Pending(JsonObject? unschedulable = null) =>
        new()
        {
            ["phase"] = "Pending",
            ["conditions"] = unschedulable is null ? new JsonArray() : new JsonArray(unschedulable),
            ["qosClass"] = "BestEffort",
        };

    public static JsonObject Unschedulable(string message, DateTimeOffset now) =>
        new()
        {
            ["type"] = "PodScheduled",
            ["status"] = "False",
            ["lastProbeTime"] = null,
            ["lastTransitionTime"] = KubeObject.Stamp(now),
            ["reason"] = "Unschedulable",
            ["message"] = message,
        };

    /// <summary>Scheduled, its images on the way.</summary>
    public static JsonObject Creating(JsonObject spec, string hostIp, DateTimeOffset now)
    {
        var status = Common("Pending", hostIp, now, ready: false);
        status["containerStatuses"] = Containers(
            spec,
            (_, one) =>
            {
                one["state"] = new JsonObject { ["waiting"] = new JsonObject { ["reason"] = "ContainerCreating" } };
                one["ready"] = false;
                one["restartCount"] = 0;
                one["started"] = false;
            }
        );
        return status;
    }

    public static JsonObject Running(
        JsonObject spec,
        string hostIp,
        string podIp,
        DateTimeOffset since,
        int restarts = 0
    )
    {
        var status = Common("Running", hostIp, since, ready: true);
        status["podIP"] = podIp;
        status["podIPs"] = new JsonArray(new JsonObject { ["ip"] = podIp });
        status["containerStatuses"] = Containers(
            spec,
            (_, one) =>
            {
                one["state"] = new JsonObject
                {
                    ["running"] = new JsonObject { ["startedAt"] = KubeObject.Stamp(since) },
                };
                one["ready"] = true;
                one["restartCount"] = restarts;
                one["started"] = true;
            }
        );
        return status;
    }

    /// <summary>
    /// CrashLoopBackOff: the phase stays Running, the first container is not ready, its restarts rise (FACTS 0.14).
    /// </summary>
    public static void Crash(
        JsonObject status,
        string container,
        TimeSpan backOff,
        DateTimeOffset started,
        DateTimeOffset now
    )
    {
        foreach (
            var one in (status["containerStatuses"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(one => (string?)one["name"] == container)
        )
        {
            one["state"] = new JsonObject
            {
                ["waiting"] = new JsonObject
                {
                    ["reason"] = "CrashLoopBackOff",
                    ["message"] = $"back-off {Duration(backOff)} restarting failed container={container}",
                },
            };
            one["lastState"] = new JsonObject
            {
                ["terminated"] = new JsonObject
                {
                    ["exitCode"] = 1,
                    ["reason"] = "Error",
                    ["startedAt"] = KubeObject.Stamp(started),
                    ["finishedAt"] = KubeObject.Stamp(now),
                },
            };
            one["ready"] = false;
            one["started"] = false;
        }

        foreach (var condition in (status["conditions"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if ((string?)condition["type"] is not ("Ready" or "ContainersReady"))
                continue;
            condition["status"] = "False";
            condition["lastTransitionTime"] = KubeObject.Stamp(now);
            condition["reason"] = "ContainersNotReady";
            condition["message"] = $"containers with unready status: [{container}]";
        }
    }

    /// <summary>Started again after a crash: ready until the next one, its restarts counted.</summary>
    public static void Restart(JsonObject status, string container, int restarts, DateTimeOffset now)
    {
        foreach (
            var one in (status["containerStatuses"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(one => (string?)one["name"] == container)
        )
        {
            one["state"] = new JsonObject { ["running"] = new JsonObject { ["startedAt"] = KubeObject.Stamp(now) } };
            one["ready"] = true;
            one["started"] = true;
            one["restartCount"] = restarts;
        }

        foreach (
            var condition in (status["conditions"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(one => (string?)one["type"] is "Ready" or "ContainersReady")
        )
        {
            condition["status"] = "True";
            condition["lastTransitionTime"] = KubeObject.Stamp(now);
            condition.Remove("reason");
            condition.Remove("message");
        }
    }

    /// <summary>The machine under it has booted: each container that ran is a new one.</summary>
    public static void RestartAll(JsonObject status, DateTimeOffset now)
    {
        foreach (
            var one in (status["containerStatuses"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(one => one["state"]?["running"] is not null)
                .ToArray()
        )
        {
            one["lastState"] = new JsonObject
            {
                ["terminated"] = new JsonObject
                {
                    ["exitCode"] = 255,
                    ["reason"] = "Unknown",
                    ["startedAt"] = one["state"]!["running"]!["startedAt"]?.DeepClone(),
                    ["finishedAt"] = KubeObject.Stamp(now),
                },
            };
            Restart(status, (string)one["name"]!, ((int?)one["restartCount"] ?? 0) + 1, now);
        }
    }

    /// <summary>
    /// Its node is not heard from: not Ready by the node controller's word, whatever its containers last said.
    /// </summary>
    public static void Unheard(JsonObject status, DateTimeOffset now)
    {
        foreach (
            var condition in (status["conditions"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(one => (string?)one["type"] == "Ready" && (string?)one["status"] == "True")
        )
        {
            condition["status"] = "False";
            condition["lastTransitionTime"] = KubeObject.Stamp(now);
        }
    }

    private static JsonObject Common(string phase, string hostIp, DateTimeOffset since, bool ready)
    {
        var conditions = new JsonArray();
        foreach (
            var (type, holds) in ((string, bool)[])
                [("Initialized", true), ("Ready", ready), ("ContainersReady", ready), ("PodScheduled", true)]
        )
        {
            conditions.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["type"] = type,
                        ["status"] = holds ? "True" : "False",
                        ["lastProbeTime"] = null,
                        ["lastTransitionTime"] = KubeObject.Stamp(since),
                    }
            );
        }

        return new JsonObject
        {
            ["phase"] = phase,
            ["conditions"] = conditions,
            ["hostIP"] = hostIp,
            ["startTime"] = KubeObject.Stamp(since),
            ["qosClass"] = "BestEffort",
        };
    }

    // As Go prints durations: 10s, 2m40s, 5m0s.
    private static string Duration(TimeSpan span) =>
        (span.TotalMinutes >= 1 ? ((int)span.TotalMinutes).ToString(CultureInfo.InvariantCulture) + "m" : "")
        + span.Seconds.ToString(CultureInfo.InvariantCulture)
        + "s";

    private static JsonArray Containers(JsonObject spec, Action<JsonObject, JsonObject> fill)
    {
        var all = new JsonArray();
        foreach (var container in (spec["containers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var image = (string?)container["image"] ?? "";
            var one = new JsonObject
            {
                ["name"] = (string?)container["name"],
                ["state"] = new JsonObject(),
                ["lastState"] = new JsonObject(),
            };
            fill(container, one);
            one["image"] = image;
            one["imageID"] = $"{image}@sha256:{string.Concat(Enumerable.Repeat("cd", 32))}";
            all.Add((JsonNode)one);
        }

        return all;
    }
}
