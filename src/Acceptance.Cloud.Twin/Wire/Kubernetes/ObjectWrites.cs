using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>POST, PUT, PATCH, DELETE.</summary>
internal static partial class ObjectWrites
{
    public static KubeAnswer Answer(KubeRequest request)
    {
        DryRun(request);
        if (request.Path.Subresource is null && request.Cluster.LostWebhooks.TryGetValue(request.Kind, out var lost))
            throw new KubeRefusedException(
                500,
                "InternalError",
                $"Internal error occurred: failed calling webhook \"{lost.Name}\": failed to call webhook: Post \"{lost.Url}\": {lost.Why}",
                Cause(
                    $"failed calling webhook \"{lost.Name}\": failed to call webhook: Post \"{lost.Url}\": {lost.Why}"
                )
            );
        return (request.Method, request.Path.Name) switch
        {
            ("POST", null) => Create(request),
            ("POST", _) => PostOnObject(request),
            ("PUT", { } name) => Put(request, name),
            ("PATCH", { } name) => Patch(request, name),
            ("DELETE", { } name) => Delete(request, name),
            ("DELETE", null) when request.Kind != KubeKinds.Namespace => DeleteCollection(request),
            _ => KubeAnswer.MethodNotAllowed,
        };
    }

    private static JsonObject Cause(string why) =>
        new() { ["causes"] = new JsonArray(new JsonObject { ["message"] = why }) };

    private static KubeAnswer Create(KubeRequest request)
    {
        var body = request.Body(request.Kind);
        var metadata = Defaults(body, "metadata");
        if (request.Kind.Namespaced)
            Home(request, metadata);
        Name(request.Kind, metadata);
        foreach (
            var finalizer in KubeObject
                .Strings(metadata["finalizers"])
                .Where(one => !one.Contains('/', StringComparison.Ordinal))
        )
            request.Warn(
                $"metadata.finalizers: \"{finalizer}\": prefer a domain-qualified finalizer name including a path (/) to avoid accidental conflicts with other finalizer writers"
            );
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

    private static KubeAnswer PostOnObject(KubeRequest request)
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

    private static KubeAnswer Put(KubeRequest request, string name)
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

    private static KubeAnswer Patch(KubeRequest request, string name)
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
        Same(before, (string?)patched["metadata"]?["resourceVersion"] ?? "");
        if ((string?)patched["metadata"]?["name"] is { } renamed && renamed != name)
            throw KubeRefusedException.BadRequest(
                $"the name of the object ({renamed}) does not match the name on the URL ({name})"
            );
        if (request.Path.Subresource == "scale")
            return Scale(request, before, patched);
        foreach (var fixedField in (string[])["uid", "deletionTimestamp"])
        {
            var (had, has) = ((string?)before.Metadata[fixedField], (string?)patched["metadata"]?[fixedField]);
            if (has is not null && has != had)
                throw KubeRefusedException.Invalid(
                    request.Kind,
                    name,
                    $"metadata.{fixedField}",
                    $"Invalid value: \"{has}\": field is immutable",
                    times: 2
                );
        }

        if (request.Kind.Custom && request.Path.Version == "v1beta1" && request.Kind.Convert is not null)
            patched = Merged(before, patched);
        patched["apiVersion"] = request.Kind.ApiVersion(request.Kind.Stored);
        return Store(request, before, patched);
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
            return Store(request, before, merged);
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

    /// <summary>The main resource keeps its status, the status subresource everything else.</summary>
    private static KubeAnswer Store(KubeRequest request, KubeObject before, JsonObject body)
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

    private static KubeAnswer Delete(KubeRequest request, string name)
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

    private static KubeAnswer DeleteCollection(KubeRequest request)
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

    private static readonly KubeKind[] ToldWhenGone =
    [
        KubeKinds.Pod,
        KubeKinds.PersistentVolumeClaim,
        KubeKinds.ServiceAccount,
        KubeKinds.ResourceQuota,
    ];

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

    private static void DryRun(KubeRequest request)
    {
        if (request.Query("dryRun") is null or "All" or "")
            return;
        var why = $"Unsupported value: [\"{request.Query("dryRun")}\"]: supported values: \"All\"";
        throw KubeRefusedException.InvalidOptions("CreateOptions", "dryRun", why, "FieldValueNotSupported");
    }

    private static void Same(KubeObject before, string revision)
    {
        if (revision.Length == 0 || revision == (string?)before.Metadata["resourceVersion"])
            return;
        throw KubeRefusedException.Conflict(
            before.Kind,
            before.Name,
            "the object has been modified; please apply your changes to the latest version and try again"
        );
    }

    private static void Home(KubeRequest request, JsonObject metadata)
    {
        var ns = request.Path.Namespace ?? "default";
        if ((string?)metadata["namespace"] is { Length: > 0 } said && said != ns)
            throw KubeRefusedException.BadRequest(
                "the namespace of the provided object does not match the namespace sent on the request"
            );
        metadata["namespace"] = ns;
        var home =
            request.Store.Find(KubeKinds.Namespace, "", ns)
            ?? throw KubeRefusedException.NotFound(KubeKinds.Namespace, ns);
        if (!home.Deleting)
            return;
        var name = (string?)metadata["name"] ?? "";
        throw new KubeRefusedException(
            403,
            "Forbidden",
            $"{request.Kind.QualifiedPlural} \"{name}\" is forbidden: unable to create new content in namespace {ns} because it is being terminated",
            new JsonObject { ["name"] = name, ["kind"] = request.Kind.Plural }
        );
    }

    private static void Name(KubeKind kind, JsonObject metadata)
    {
        var name = (string?)metadata["name"];
        if (string.IsNullOrEmpty(name))
        {
            if (metadata["generateName"] is not null)
                return;
            throw KubeRefusedException.Invalid(
                kind,
                "",
                "metadata.name",
                "Required value: name or generateName is required",
                "FieldValueRequired"
            );
        }

        if (Label().IsMatch(name))
            return;
        throw KubeRefusedException.Invalid(
            kind,
            name,
            "metadata.name",
            $"Invalid value: \"{name}\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric "
                + "character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
        );
    }

    private static KubeObject Imagined(KubeRequest request, JsonObject body)
    {
        var copy = (JsonObject)body.DeepClone();
        copy["kind"] = request.Kind.Kind;
        var metadata = (JsonObject)copy["metadata"]!;
        metadata["uid"] = Guid.NewGuid().ToString();
        if (request.Kind.HasGeneration)
            metadata["generation"] = 1;
        metadata["creationTimestamp"] = KubeObject.Stamp(request.World.Now);
        return new KubeObject(request.Kind, copy, 0);
    }

    private static JsonObject Defaults(JsonObject parent, string name) =>
        parent[name] as JsonObject ?? (JsonObject)(parent[name] = new JsonObject());

    [GeneratedRegex("^[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$")]
    private static partial Regex Label();
}
