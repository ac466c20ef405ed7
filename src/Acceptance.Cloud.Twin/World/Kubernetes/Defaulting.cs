using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>What an API server fills in where a client wrote nothing.</summary>
internal static class Defaulting
{
    public static void Apply(KubeCluster cluster, KubeKind kind, JsonObject body)
    {
        if (kind == KubeKinds.Namespace)
            NamespaceOf(body);
        if (kind == KubeKinds.Pod)
        {
            PodSpec(Member(body, "spec"));
            ServiceAccount(Member(body, "spec"), cluster.Draw(5));
            body["status"] = PodText.Pending();
        }

        if (kind == KubeKinds.Deployment)
            DeploymentOf(body);
        if (kind == KubeKinds.Service)
            ServiceDefaulting.Apply(cluster, body);
        if (kind == KubeKinds.Secret)
            body["type"] ??= "Opaque";
    }

    public static void PodSpec(JsonObject spec)
    {
        foreach (var container in (spec["containers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (var port in (container["ports"] as JsonArray ?? []).OfType<JsonObject>())
                port["protocol"] ??= "TCP";
            container["resources"] ??= new JsonObject();
            container["terminationMessagePath"] ??= "/dev/termination-log";
            container["terminationMessagePolicy"] ??= "File";
            container["imagePullPolicy"] ??= Latest((string?)container["image"] ?? "") ? "Always" : "IfNotPresent";
        }

        spec["restartPolicy"] ??= "Always";
        spec["terminationGracePeriodSeconds"] ??= 30;
        spec["dnsPolicy"] ??= "ClusterFirst";
        spec["securityContext"] ??= new JsonObject();
        spec["schedulerName"] ??= "default-scheduler";
    }

    /// <summary>
    /// What admission puts into every pod: its ServiceAccount with the token's volume, its priority,
    /// and how long it stays on a lost node.
    /// </summary>
    public static void ServiceAccount(JsonObject spec, string drawn)
    {
        spec["serviceAccountName"] ??= "default";
        spec["serviceAccount"] ??= (string?)spec["serviceAccountName"];
        spec["priority"] ??= 0;
        spec["preemptionPolicy"] ??= "PreemptLowerPriority";
        spec["enableServiceLinks"] ??= true;
        spec["tolerations"] ??= new JsonArray(Tolerated("not-ready"), Tolerated("unreachable"));
        if (
            (spec["volumes"] as JsonArray ?? []).Any(one =>
                ((string?)one!["name"])?.StartsWith("kube-api-access-", StringComparison.Ordinal) == true
            )
        )
            return;
        var name = $"kube-api-access-{drawn}";
        foreach (var container in (spec["containers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var mounts =
                container["volumeMounts"] as JsonArray ?? (JsonArray)(container["volumeMounts"] = new JsonArray());
            mounts.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["name"] = name,
                        ["readOnly"] = true,
                        ["mountPath"] = "/var/run/secrets/kubernetes.io/serviceaccount",
                    }
            );
        }

        var volumes = spec["volumes"] as JsonArray ?? (JsonArray)(spec["volumes"] = new JsonArray());
        volumes.Add((JsonNode)TokenVolume(name));
    }

    private static JsonObject Tolerated(string why) =>
        new()
        {
            ["key"] = $"node.kubernetes.io/{why}",
            ["operator"] = "Exists",
            ["effect"] = "NoExecute",
            ["tolerationSeconds"] = 300,
        };

    private static JsonObject TokenVolume(string name)
    {
        const string text = """
            {"projected":{"sources":[
              {"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},
              {"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}},
              {"downwardAPI":{"items":[
                {"path":"namespace","fieldRef":{"apiVersion":"v1","fieldPath":"metadata.namespace"}}]}}],
             "defaultMode":420}}
            """;
        var volume = JsonNode.Parse(text)!.AsObject();
        volume.Insert(0, "name", name);
        return volume;
    }

    private static void NamespaceOf(JsonObject body)
    {
        var labels = Member(Member(body, "metadata"), "labels");
        labels["kubernetes.io/metadata.name"] = (string?)body["metadata"]!["name"];
        Member(body, "spec")["finalizers"] = new JsonArray("kubernetes");
        body["status"] = new JsonObject { ["phase"] = "Active" };
    }

    private static void DeploymentOf(JsonObject body)
    {
        var spec = Member(body, "spec");
        spec["replicas"] ??= 1;
        PodSpec(Member(Member(spec, "template"), "spec"));
        if (spec["strategy"] is not JsonObject { Count: > 0 })
        {
            spec["strategy"] = new JsonObject
            {
                ["type"] = "RollingUpdate",
                ["rollingUpdate"] = new JsonObject { ["maxUnavailable"] = "25%", ["maxSurge"] = "25%" },
            };
        }

        spec["revisionHistoryLimit"] ??= 10;
        spec["progressDeadlineSeconds"] ??= 600;
        body["status"] = new JsonObject();
    }

    private static bool Latest(string image)
    {
        var tag = image[(image.LastIndexOf('/') + 1)..];
        return !tag.Contains(':', StringComparison.Ordinal) || tag.EndsWith(":latest", StringComparison.Ordinal);
    }

    internal static JsonObject Member(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject there)
            return there;
        var made = new JsonObject();
        parent[name] = made;
        return made;
    }
}
