using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>
/// What Cluster API's conversion webhook does between v1beta2 (kept) and v1beta1: references carry an apiVersion
/// and a namespace there instead of an apiGroup, and the old conditions stand in status.conditions.
/// </summary>
internal static class CapiConversion
{
    public static void Convert(JsonObject stored, string version)
    {
        if (version != "v1beta1")
            return;
        var ns = (string?)stored["metadata"]!["namespace"];
        if (stored["spec"] is JsonObject spec)
            ConvertReferences(spec, ns);
        if (stored["status"] is JsonObject status)
            ConvertStatus(status, ofCluster: (string?)stored["kind"] == "Cluster");
    }

    private static void ConvertStatus(JsonObject status, bool ofCluster)
    {
        var old = (status["deprecated"] as JsonObject)?["v1beta1"] as JsonObject;
        var conditions = status["conditions"]?.DeepClone();
        status.Remove("deprecated");
        status["conditions"] = old?["conditions"]?.DeepClone() ?? new JsonArray();
        if (conditions is not null)
            status["v1beta2"] = new JsonObject { ["conditions"] = conditions };
        foreach (var member in old ?? [])
            if (member.Key != "conditions")
                status[member.Key] = member.Value?.DeepClone();
        if (status["initialization"] is JsonObject done)
            ConvertInitialization(status, done, ofCluster);
        if (!ofCluster)
            return;
        status.Remove("controlPlane");
        status.Remove("workers");
    }

    private static void ConvertInitialization(JsonObject status, JsonObject done, bool ofCluster)
    {
        if (done["infrastructureProvisioned"] is { } infrastructure)
            status["infrastructureReady"] = infrastructure.DeepClone();
        if (done["controlPlaneInitialized"] is { } controlPlane)
            status[ofCluster ? "controlPlaneReady" : "initialized"] = controlPlane.DeepClone();
        if (done["bootstrapDataSecretCreated"] is { } bootstrap)
            status["bootstrapReady"] = bootstrap.DeepClone();
        status.Remove("initialization");
    }

    /// <summary>The way in: what a client wrote as v1beta1 becomes v1beta2.</summary>
    public static void Restore(JsonObject written)
    {
        if (written["spec"] is not JsonObject spec)
            return;
        foreach (var name in (string[])["infrastructureRef", "controlPlaneRef"])
        {
            if (spec[name] is not JsonObject reference || reference["apiVersion"] is not { } version)
                continue;
            reference["apiGroup"] = ((string)version!).Split('/')[0];
            reference.Remove("apiVersion");
            reference.Remove("namespace");
        }
    }

    private static void ConvertReferences(JsonObject spec, string? ns)
    {
        foreach (var name in (string[])["infrastructureRef", "controlPlaneRef"])
        {
            if (spec[name] is not JsonObject reference || (string?)reference["apiGroup"] is not { } group)
                continue;
            var kind = (string?)reference["kind"];
            var target = (string?)reference["name"];
            spec[name] = new JsonObject
            {
                ["apiVersion"] = $"{group}/v1beta1",
                ["kind"] = kind,
                ["name"] = target,
                ["namespace"] = ns,
            };
        }
    }
}
