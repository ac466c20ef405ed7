using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>DELETE of one object or of a collection.</summary>
internal static class ObjectDeletion
{
    private static readonly KubeKind[] ToldWhenGone =
    [
        KubeKinds.Pod,
        KubeKinds.Service,
        KubeKinds.PersistentVolumeClaim,
        KubeKinds.ServiceAccount,
        KubeKinds.ResourceQuota,
    ];

    public static KubeAnswer Delete(KubeRequest request, string name)
    {
        var target = request.Store.Get(request.Kind, request.Namespace, name);
        var how = Options(request, out var dry);
        if (dry)
        {
            ObjectStore.Precondition(target, how);
            return target.Finalizers.Any()
                ? KubeAnswer.Ok(Rendering.One(target, request.Path.Version))
                : KubeAnswer.Deleted(target);
        }

        if (request.Store.Delete(target, how) is { } waits)
            return KubeAnswer.Ok(Rendering.One(waits, request.Path.Version));
        // Some are told as they were last, most only that they are gone.
        return ToldWhenGone.Contains(request.Kind)
            ? KubeAnswer.Ok(Rendering.One(target, request.Path.Version))
            : KubeAnswer.Deleted(target);
    }

    public static KubeAnswer DeleteCollection(KubeRequest request)
    {
        var fits = Selectors.Of(request);
        var all = request.Store.List(request.Kind, request.Path.Namespace).Where(fits).ToArray();
        var how = Options(request, out var dry);
        foreach (var one in dry ? [] : all)
            request.Store.Delete(one, how);
        return KubeAnswer.Ok(
            Rendering.List(
                request.Kind,
                request.Path.Version,
                all.Select(one => Rendering.One(one, request.Path.Version, inList: true)),
                new JsonObject { ["resourceVersion"] = request.Store.Revision.ToString(CultureInfo.InvariantCulture) }
            )
        );
    }

    private static Deletion Options(KubeRequest request, out bool dry)
    {
        var options =
            request.Bytes.Length == 0
                ? []
                : BodyReader.Json(Encoding.UTF8.GetString(request.Bytes)) as JsonObject ?? [];
        dry = request.DryRun || (options["dryRun"] as JsonArray ?? []).Any(one => (string?)one == "All");
        var preconditions = options["preconditions"] as JsonObject;
        var grace = request.Query("gracePeriodSeconds");
        return new Deletion
        {
            Propagation = (string?)options["propagationPolicy"] ?? request.Query("propagationPolicy") ?? "Background",
            GraceSeconds =
                (int?)options["gracePeriodSeconds"]
                ?? (grace is null ? null : int.Parse(grace, CultureInfo.InvariantCulture)),
            Uid = (string?)preconditions?["uid"],
            ResourceVersion = (string?)preconditions?["resourceVersion"],
        };
    }
}
