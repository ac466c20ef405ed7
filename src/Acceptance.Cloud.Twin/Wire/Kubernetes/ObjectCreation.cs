using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using static Acceptance.Cloud.Twin.Wire.Kubernetes.NewObject;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>POST: an object is made, or one of its subresources is asked to do something.</summary>
internal static class ObjectCreation
{
    public static KubeAnswer Create(KubeRequest request)
    {
        var body = request.Body(request.Kind);
        var metadata = Defaults(body, "metadata");
        if (request.Kind.Namespaced)
            Home(request, metadata);
        Name(request.Kind, metadata);
        WarnOfFinalizers(request, metadata);
        if (request.Kind.HasStatus)
            body.Remove("status");
        Validation.Create(request, (string?)metadata["name"] ?? "", body);
        Defaulting.Apply(request.Cluster, request.Kind, body);
        var name = (string?)metadata["name"] ?? "";
        if (request.Store.Find(request.Kind, (string?)metadata["namespace"] ?? "", name) is not null)
            throw KubeRefusedException.AlreadyExists(request.Kind, name);
        if (request.DryRun)
            return ObjectReads.One(request, Imagined(request, body), 201);
        var made = request.Store.Create(request.Kind, body);
        request.World.SomethingAppeared();
        return ObjectReads.One(request, made, 201);
    }

    private static void WarnOfFinalizers(KubeRequest request, JsonObject metadata)
    {
        foreach (
            var finalizer in KubeObject
                .Strings(metadata["finalizers"])
                .Where(one => !one.Contains('/', StringComparison.Ordinal))
        )
            request.Warn(
                $"metadata.finalizers: \"{finalizer}\": prefer a domain-qualified finalizer name including a path (/) "
                    + "to avoid accidental conflicts with other finalizer writers"
            );
    }

    public static KubeAnswer PostOnObject(KubeRequest request)
    {
        if (request is { Path.Subresource: "eviction" } && request.Kind == KubeKinds.Pod)
        {
            request.Store.Delete(request.Store.Get(KubeKinds.Pod, request.Namespace, request.Path.Name!));
            return new KubeAnswer(
                201,
                new JsonObject
                {
                    ["kind"] = "Status",
                    ["apiVersion"] = "v1",
                    ["metadata"] = new JsonObject(),
                    ["status"] = "Success",
                    ["code"] = 201,
                }
            );
        }

        if (
            request.Kind == KubeKinds.Pod && request.Path.Subresource is "attach" or "exec" or "portforward" or "proxy"
            || request.Path.Subresource == "token"
        )
            throw KubeRefusedException.NotEmulated($"{request.Kind.Plural}/{request.Path.Subresource}");
        if (request.Kind.Custom)
            request.Body(request.Kind);
        return KubeAnswer.MethodNotAllowed;
    }
}
