using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Store;

/// <summary>The API server says no, as a Status object: code, reason, message, details.</summary>
public sealed class KubeRefusedException(int code, string reason, string message, JsonObject? details = null) : Exception(message)
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
        new(409, "Conflict", $"Operation cannot be fulfilled on {kind.QualifiedPlural} \"{name}\": {why}", Named(kind, name, kind.Plural));

    /// <summary>422: details name the Kind and one cause.</summary>
    public static KubeRefusedException Invalid(KubeKind kind, string name, string field, string why, string cause = "FieldValueInvalid")
    {
        var details = Named(kind, name, kind.Kind);
        details["causes"] = new JsonArray(new JsonObject { ["reason"] = cause, ["message"] = why, ["field"] = field });
        var qualified = kind.Group.Length == 0 ? kind.Kind : $"{kind.Kind}.{kind.Group}";
        return new KubeRefusedException(422, "Invalid", $"{qualified} \"{name}\" is invalid: {field}: {why}", details);
    }

    public static KubeRefusedException BadRequest(string message) => new(400, "BadRequest", message);

    private static JsonObject Named(KubeKind kind, string name, string word)
    {
        var details = new JsonObject { ["name"] = name };
        if (kind.Group.Length > 0) details["group"] = kind.Group;
        details["kind"] = word;
        return details;
    }
}
