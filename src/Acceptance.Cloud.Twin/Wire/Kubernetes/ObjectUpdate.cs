using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using static Acceptance.Cloud.Twin.Wire.Kubernetes.NewObject;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>PUT, and the end of every change: what may not change is checked, and the rest is stored.</summary>
internal static class ObjectUpdate
{
    public static KubeAnswer Put(KubeRequest request, string name)
    {
        var before = request.Store.Get(request.Kind, request.Namespace, name);
        var body = request.Body(request.Kind);
        var metadata = Defaults(body, "metadata");
        var revision = (string?)metadata["resourceVersion"] ?? "";
        if (revision.Length == 0 && request.Kind.Custom)
            throw KubeRefusedException.NoRevision(request.Kind, name);
        Same(before, revision);
        body["apiVersion"] = request.Kind.ApiVersion(request.Kind.Stored);
        return Store(request, before, body);
    }

    /// <summary>The main resource keeps its status, the status subresource everything else.</summary>
    public static KubeAnswer Store(KubeRequest request, KubeObject before, JsonObject body)
    {
        Validation.Update(request, before, body);
        if (request.Path.Subresource == "status")
        {
            var status = body["status"]?.DeepClone();
            body = (JsonObject)before.Body.DeepClone();
            body["status"] = status;
        }
        else if (request.Kind.HasStatus)
        {
            if (before.Body["status"] is { } kept)
                body["status"] = kept.DeepClone();
            else
                body.Remove("status");
        }

        if (request is { Path: { Name: not null, Subresource: null } } && request.Kind == KubeKinds.Service)
            Defaulting.Apply(request.Cluster, request.Kind, body);
        body["kind"] = request.Kind.Kind;
        if (request.DryRun)
            return ObjectReads.One(request, request.Store.Imagine(before, body));
        return ObjectReads.One(request, request.Store.Replace(before, body));
    }

    public static void Same(KubeObject before, string revision)
    {
        if (revision.Length == 0 || revision == (string?)before.Metadata["resourceVersion"])
            return;
        throw KubeRefusedException.Conflict(
            before.Kind,
            before.Name,
            "the object has been modified; please apply your changes to the latest version and try again"
        );
    }
}
