using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>What a new object must have before it is stored: a home, a name.</summary>
internal static partial class NewObject
{
    public static void Home(KubeRequest request, JsonObject metadata)
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
            $"{request.Kind.QualifiedPlural} \"{name}\" is forbidden: "
                + $"unable to create new content in namespace {ns} because it is being terminated",
            new JsonObject { ["name"] = name, ["kind"] = request.Kind.Plural }
        );
    }

    public static void Name(KubeKind kind, JsonObject metadata)
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
            $"Invalid value: \"{name}\": a lowercase RFC 1123 label must consist of lower case alphanumeric "
                + "characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  "
                + "or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
        );
    }

    /// <summary>As it would be, for a dry run.</summary>
    public static KubeObject Imagined(KubeRequest request, JsonObject body)
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

    /// <summary>A member that is an object, made when it is missing.</summary>
    public static JsonObject Defaults(JsonObject parent, string name) =>
        parent[name] as JsonObject ?? (JsonObject)(parent[name] = new JsonObject());

    [GeneratedRegex("^[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Label();
}
