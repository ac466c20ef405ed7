using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>POST, PUT, PATCH, DELETE: what holds for all of them, and who does it.</summary>
internal static class ObjectWrites
{
    public static KubeAnswer Answer(KubeRequest request)
    {
        DryRun(request);
        DemandWebhook(request);
        return (request.Method, request.Path.Name) switch
        {
            ("POST", null) => ObjectCreation.Create(request),
            ("POST", _) => ObjectCreation.PostOnObject(request),
            ("PUT", { } name) => ObjectUpdate.Put(request, name),
            ("PATCH", { } name) => ObjectPatch.Patch(request, name),
            ("DELETE", { } name) => ObjectDeletion.Delete(request, name),
            ("DELETE", null) when request.Kind != KubeKinds.Namespace => ObjectDeletion.DeleteCollection(request),
            _ => KubeAnswer.MethodNotAllowed,
        };
    }

    /// <summary>A webhook of the kind that is not reached refuses every write of it.</summary>
    private static void DemandWebhook(KubeRequest request)
    {
        if (
            request.Path.Subresource is not null
            || !request.Cluster.LostWebhooks.TryGetValue(request.Kind, out var lost)
        )
            return;
        var why = $"failed calling webhook \"{lost.Name}\": failed to call webhook: Post \"{lost.Url}\": {lost.Why}";
        throw new KubeRefusedException(500, "InternalError", $"Internal error occurred: {why}", Cause(why));
    }

    private static JsonObject Cause(string why) =>
        new() { ["causes"] = new JsonArray(new JsonObject { ["message"] = why }) };

    private static void DryRun(KubeRequest request)
    {
        if (request.Query("dryRun") is null or "All" or "")
            return;
        var why = $"Unsupported value: [\"{request.Query("dryRun")}\"]: supported values: \"All\"";
        throw KubeRefusedException.InvalidOptions("CreateOptions", "dryRun", why, "FieldValueNotSupported");
    }
}
