using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using static Acceptance.Cloud.Twin.Wire.Kubernetes.NewObject;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>PATCH: the four kinds of it, of an object or of its scale.</summary>
internal static class ObjectPatch
{
    public static KubeAnswer Patch(KubeRequest request, string name)
    {
        var before = request.Store.Find(request.Kind, request.Namespace, name);
        if (request.ContentType == "application/apply-patch+yaml")
            return Apply(request, name, before);
        if (before is null)
            throw KubeRefusedException.NotFound(request.Kind, name);
        var seen = Rendering.One(before, request.Path.Version);
        seen["apiVersion"] = request.Kind.ApiVersion(request.Path.Version);
        var body = request.Path.Subresource == "scale" ? ObjectReads.ScaleOf(before) : seen;
        var patched = Patches.Apply(request, body, Encoding.UTF8.GetString(request.Bytes));
        ObjectUpdate.Same(before, (string?)patched["metadata"]?["resourceVersion"] ?? "");
        DemandName(name, patched);
        if (request.Path.Subresource == "scale")
            return Scale(request, before, patched);
        DemandIdentity(request, before, patched);
        if (request.Kind.Custom && request.Path.Version == "v1beta1" && request.Kind.Convert is not null)
            patched = Merged(before, patched);
        patched["apiVersion"] = request.Kind.ApiVersion(request.Kind.Stored);
        return ObjectUpdate.Store(request, before, patched);
    }

    private static void DemandName(string name, JsonObject patched)
    {
        if ((string?)patched["metadata"]?["name"] is { } renamed && renamed != name)
            throw KubeRefusedException.BadRequest(
                $"the name of the object ({renamed}) does not match the name on the URL ({name})"
            );
    }

    /// <summary>Who an object is, and when it began to go, no patch changes.</summary>
    private static void DemandIdentity(KubeRequest request, KubeObject before, JsonObject patched)
    {
        foreach (var fixedField in (string[])["uid", "deletionTimestamp"])
        {
            var (had, has) = ((string?)before.Metadata[fixedField], (string?)patched["metadata"]?[fixedField]);
            if (has is not null && has != had)
                throw KubeRefusedException.Invalid(
                    request.Kind,
                    before.Name,
                    $"metadata.{fixedField}",
                    $"Invalid value: \"{has}\": field is immutable",
                    times: 2
                );
        }
    }

    // What an older version of a converted kind patches is its metadata and spec; the status of the kept version stays.
    private static JsonObject Merged(KubeObject before, JsonObject patched)
    {
        CapiConversion.Restore(patched);
        var body = (JsonObject)before.Body.DeepClone();
        body["metadata"] = patched["metadata"]?.DeepClone();
        body["spec"] = patched["spec"]?.DeepClone();
        return body;
    }

    private static KubeAnswer Apply(KubeRequest request, string name, KubeObject? before)
    {
        if (string.IsNullOrEmpty(request.Query("fieldManager")))
        {
            const string why = "Required value: is required for apply patch";
            throw KubeRefusedException.InvalidOptions("PatchOptions", "fieldManager", why, "FieldValueRequired");
        }

        var wanted =
            YamlBody.Read(Encoding.UTF8.GetString(request.Bytes)) as JsonObject
            ?? throw KubeRefusedException.BadRequest("error decoding YAML: the body is no object");
        if (before is not null)
        {
            var merged = MergePatch.Apply(before.Body.DeepClone(), wanted) as JsonObject;
            merged!["apiVersion"] = request.Kind.ApiVersion(request.Kind.Stored);
            return ObjectUpdate.Store(request, before, merged);
        }

        var metadata = Defaults(wanted, "metadata");
        metadata["name"] = name;
        if (request.Kind.Namespaced)
            Home(request, metadata);
        Defaulting.Apply(request.Cluster, request.Kind, wanted);
        var made = request.DryRun ? Imagined(request, wanted) : request.Store.Create(request.Kind, wanted);
        return ObjectReads.One(request, made, 201);
    }

    private static KubeAnswer Scale(KubeRequest request, KubeObject before, JsonObject scale)
    {
        var after = request.Store.Change(
            before,
            body => Defaults(body, "spec")["replicas"] = scale["spec"]?["replicas"]?.DeepClone() ?? 0
        );
        return KubeAnswer.Ok(ObjectReads.ScaleOf(after));
    }
}
