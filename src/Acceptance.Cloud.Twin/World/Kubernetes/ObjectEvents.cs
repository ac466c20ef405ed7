using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>The events that a controller writes about objects; one that repeats counts up.</summary>
internal sealed class ObjectEvents(Ground ground, KubeCluster cluster, string component)
{
    public void Warn(KubeObject about, string reason, string message)
    {
        var before = cluster
            .Store.List(KubeKinds.Event, about.Namespace)
            .FirstOrDefault(one =>
                (string?)one.Body["involvedObject"]?["uid"] == about.Uid
                && (string?)one.Body["reason"] == reason
                && (string?)one.Body["message"] == message
            );
        if (before is not null)
        {
            cluster.Store.Change(
                before,
                body =>
                {
                    body["count"] = ((int?)body["count"] ?? 1) + 1;
                    body["lastTimestamp"] = KubeObject.Stamp(ground.Now);
                }
            );
            return;
        }

        cluster.Store.Create(
            KubeKinds.Event,
            new JsonObject
            {
                ["metadata"] = new JsonObject
                {
                    ["name"] = $"{about.Name}.{ground.NewHexId()[..16]}",
                    ["namespace"] = about.Namespace,
                },
                ["involvedObject"] = new JsonObject
                {
                    ["kind"] = about.Kind.Kind,
                    ["namespace"] = about.Namespace,
                    ["name"] = about.Name,
                    ["uid"] = about.Uid,
                    ["apiVersion"] = about.Kind.ApiVersion(about.Kind.Stored),
                },
                ["reason"] = reason,
                ["message"] = message,
                ["source"] = new JsonObject { ["component"] = component },
                ["type"] = "Warning",
                ["count"] = 1,
                ["firstTimestamp"] = KubeObject.Stamp(ground.Now),
                ["lastTimestamp"] = KubeObject.Stamp(ground.Now),
                ["reportingComponent"] = component,
                ["reportingInstance"] = "",
            }
        );
    }
}
