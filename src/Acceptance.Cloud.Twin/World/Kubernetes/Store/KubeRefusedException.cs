using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Store;

/// <summary>The API server says no, as a Status object: code, reason, message, details.</summary>
internal sealed class KubeRefusedException(int code, string reason, string message, JsonObject? details = null)
    : Exception(message)
{
    public int Code => code;

    public string Reason => reason;

    public JsonObject? Details => details;

    /// <summary>404 on one object. Custom resources name their plural in details.kind, core objects too.</summary>
    public static KubeRefusedException NotFound(KubeKind kind, string name) =>
        new(404, "NotFound", $"{kind.QualifiedPlural} \"{name}\" not found", Named(kind, name, kind.Plural));

    public static KubeRefusedException AlreadyExists(KubeKind kind, string name) =>
        new(409, "AlreadyExists", $"{kind.QualifiedPlural} \"{name}\" already exists", Named(kind, name, kind.Plural));

    public static KubeRefusedException Conflict(KubeKind kind, string name, string why) =>
        new(
            409,
            "Conflict",
            $"Operation cannot be fulfilled on {kind.QualifiedPlural} \"{name}\": {why}",
            Named(kind, name, kind.Plural)
        );

    /// <summary>409 of a precondition: here the Kind is named, where an update names the plural.</summary>
    public static KubeRefusedException Unmet(KubeKind kind, string name, string why) =>
        new(
            409,
            "Conflict",
            $"Operation cannot be fulfilled on {QualifiedKind(kind)} \"{name}\": {why}",
            Named(kind, name, kind.Kind)
        );

    /// <summary>422: details name the Kind and one cause.</summary>
    public static KubeRefusedException Invalid(
        KubeKind kind,
        string name,
        string field,
        string why,
        string cause = "FieldValueInvalid",
        int times = 1
    )
    {
        var details = Named(kind, name, kind.Kind);
        details["causes"] = new JsonArray([
            .. Enumerable.Range(0, times).Select(_ => (JsonNode)Cause(cause, why, field)),
        ]);
        if (name.Length == 0)
            details.Remove("name");
        return new KubeRefusedException(
            422,
            "Invalid",
            $"{QualifiedKind(kind)} \"{name}\" is invalid: {field}: {why}",
            details
        );
    }

    /// <summary>A custom resource is put without a resourceVersion: the plural is named here.</summary>
    public static KubeRefusedException NoRevision(KubeKind kind, string name)
    {
        const string why = "Invalid value: 0: must be specified for an update";
        var details = Named(kind, name, kind.Plural);
        details["causes"] = new JsonArray(Cause("FieldValueInvalid", why, "metadata.resourceVersion"));
        return new KubeRefusedException(
            422,
            "Invalid",
            $"{kind.QualifiedPlural} \"{name}\" is invalid: metadata.resourceVersion: {why}",
            details
        );
    }

    /// <summary>422 with several causes: (cause, why, field) each.</summary>
    public static KubeRefusedException Invalid(
        KubeKind kind,
        string name,
        IReadOnlyList<(string Cause, string Why, string Field)> causes
    )
    {
        if (causes.Count == 1)
            return Invalid(kind, name, causes[0].Field, causes[0].Why, causes[0].Cause);
        var details = Named(kind, name, kind.Kind);
        details["causes"] = new JsonArray([.. causes.Select(one => (JsonNode)Cause(one.Cause, one.Why, one.Field))]);
        var whys = string.Join(", ", causes.Select(one => $"{one.Field}: {one.Why}"));
        return new KubeRefusedException(
            422,
            "Invalid",
            $"{QualifiedKind(kind)} \"{name}\" is invalid: [{whys}]",
            details
        );
    }

    /// <summary>422 of the request's own options.</summary>
    public static KubeRefusedException InvalidOptions(string kind, string field, string why, string cause) =>
        new(
            422,
            "Invalid",
            $"{kind}.meta.k8s.io \"\" is invalid: {field}: {why}",
            new JsonObject
            {
                ["group"] = "meta.k8s.io",
                ["kind"] = kind,
                ["causes"] = new JsonArray(Cause(cause, why, field)),
            }
        );

    /// <summary>501: the twin's edge, said as a Status.</summary>
    public static KubeRefusedException NotEmulated(string what) =>
        new(501, "NotEmulated", $"not emulated: the twin's API server has no {what}");

    public static KubeRefusedException BadRequest(string message) => new(400, "BadRequest", message);

    private static string QualifiedKind(KubeKind kind) =>
        kind.Group.Length == 0 ? kind.Kind : $"{kind.Kind}.{kind.Group}";

    private static JsonObject Cause(string reason, string message, string field) =>
        new()
        {
            ["reason"] = reason,
            ["message"] = message,
            ["field"] = field,
        };

    private static JsonObject Named(KubeKind kind, string name, string word)
    {
        var details = new JsonObject { ["name"] = name };
        if (kind.Group.Length > 0)
            details["group"] = kind.Group;
        details["kind"] = word;
        return details;
    }
}
