using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// What a server refuses to store: unknown fields where they are asked for, values outside of a definition's schema,
/// metadata that may not change so.
/// </summary>
internal static partial class Validation
{
    private const string NotChecked =
        "Invalid value: null: some validation rules were not checked because the object was invalid; "
        + "correct the existing errors to complete validation";

    public static void Create(KubeRequest request, string name, JsonObject body)
    {
        Fields(request, body);
        Schema(request.Kind, name, body);
        // What says not which pods are its own would never end to make them.
        if (request.Kind == KubeKinds.Deployment && body["spec"]?["selector"] is not JsonObject)
            throw KubeRefusedException.Invalid(
                request.Kind,
                name,
                "spec.selector",
                "Required value",
                "FieldValueRequired"
            );
        Finalizers(request, name, body, []);
    }

    public static void Update(KubeRequest request, KubeObject before, JsonObject body)
    {
        Fields(request, body);
        Schema(request.Kind, before.Name, body);
        Finalizers(request, before.Name, body, before.Finalizers);
        Controllers(request.Kind, before.Name, body);
        Immutable.Check(before, body);
        if (!before.Deleting)
            return;
        var fresh = KubeObject
            .Strings(body["metadata"]?["finalizers"])
            .Except(before.Finalizers)
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (fresh.Length == 0)
            return;
        throw KubeRefusedException.Invalid(
            request.Kind,
            before.Name,
            "metadata.finalizers",
            "Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers "
                + $"[]string{{{string.Join(", ", fresh.Select(one => $"\"{one}\""))}}}",
            "FieldValueForbidden",
            times: request.Kind.Custom ? 2 : 1
        );
    }

    /// <summary>
    /// Fields that a kind does not have are dropped: with a warning, or refused where the client asks for that.
    /// </summary>
    private static void Fields(KubeRequest request, JsonObject body)
    {
        if (KindSchemas.Of(request.Kind) is not { } schema || body["spec"] is not JsonObject spec)
            return;
        var unknown = Unknown(spec, schema, "spec").ToArray();
        if (unknown.Length == 0)
            return;
        if (request.Query("fieldValidation") == "Strict")
            throw UnknownFields(request, body, unknown);
        if (request.Query("fieldValidation") != "Ignore")
            foreach (var path in unknown)
                request.Warn($"unknown field \"{path}\"");
        foreach (var path in unknown)
            Drop(body, path.Split('.'));
    }

    /// <summary>A patch is refused with the whole object in it, once as it is and once more as the cause.</summary>
    private static KubeRefusedException UnknownFields(KubeRequest request, JsonObject body, string[] unknown)
    {
        var words = string.Join(", ", unknown.Select(path => $"unknown field \"{path}\""));
        var kind = request.Kind.Kind;
        var unhandled = $"{kind} in version \"{request.Path.Version}\" cannot be handled as a {kind}: ";
        if (request.Method != "PATCH")
            return KubeRefusedException.BadRequest($"{unhandled}strict decoding error: {words}");
        var value = $"Invalid value: \"{body.ToJsonString().Replace("\"", "\\\"", StringComparison.Ordinal)}\": ";
        var cause = new JsonObject
        {
            ["reason"] = "FieldValueInvalid",
            ["message"] = $"{value}strict decoding error: {words}",
            ["field"] = "patch",
        };
        return new KubeRefusedException(
            422,
            "Invalid",
            $"The request is invalid: patch: {value}{(request.Kind.Custom ? "" : unhandled)}"
                + $"strict decoding error: {words}",
            new JsonObject { ["causes"] = new JsonArray(cause) }
        );
    }

    private static IEnumerable<string> Unknown(JsonObject map, JsonObject schema, string path)
    {
        foreach (var (key, value) in map)
        {
            if (!schema.ContainsKey(key))
                yield return $"{path}.{key}";
            else if (value is JsonObject inner && schema[key] is JsonObject deeper)
                foreach (var one in Unknown(inner, deeper, $"{path}.{key}"))
                    yield return one;
        }
    }

    private static void Drop(JsonObject body, string[] path)
    {
        JsonNode? node = body;
        foreach (var part in path[..^1])
            node = node?[part];
        (node as JsonObject)?.Remove(path[^1]);
    }

    private static void Schema(KubeKind kind, string name, JsonObject body)
    {
        if (KindSchemas.Of(kind) is not { } schema || !kind.Custom)
            return;
        var wrong = Wrong(body["spec"] as JsonObject ?? [], schema, "spec").ToList();
        if (wrong.Count == 0)
            return;
        // Where a field is missing or of another type, the rules that look at several were not tried.
        if (wrong.Exists(one => one.Cause != "FieldValueInvalid"))
            wrong.Add(("FieldValueInvalid", NotChecked, "<nil>"));
        throw KubeRefusedException.Invalid(kind, name, wrong);
    }

    private static IEnumerable<(string Cause, string Why, string Field)> Wrong(
        JsonObject map,
        JsonObject schema,
        string path
    )
    {
        foreach (var (key, rule) in schema)
        {
            var field = $"{path}.{key}";
            if (map[key] is not { } value)
            {
                if (
                    rule is JsonValue && ((string)rule!).Contains('!', StringComparison.Ordinal)
                    || (rule as JsonObject)?["!"] is not null
                )
                    yield return ("FieldValueRequired", "Required value", field);
                continue;
            }

            if (rule is JsonObject deeper && value is JsonObject inner)
            {
                foreach (var one in Wrong(inner, deeper, field))
                    yield return one;
            }
            else if (
                rule is JsonValue word
                && KindSchemas.Objection(word.ToString().TrimEnd('!'), value, field) is { } objection
            )
                yield return (objection.Cause, objection.Why, field);
        }
    }

    private static void Finalizers(KubeRequest request, string name, JsonObject body, IEnumerable<string> known)
    {
        foreach (var finalizer in KubeObject.Strings(body["metadata"]?["finalizers"]).Except(known))
        {
            var last = finalizer[(finalizer.IndexOf('/', StringComparison.Ordinal) + 1)..];
            if (Part().IsMatch(last))
                continue;
            throw KubeRefusedException.Invalid(
                request.Kind,
                name,
                "metadata.finalizers",
                $"Invalid value: \"{finalizer}\": name part must consist of alphanumeric characters, '-', '_' or '.', "
                    + "and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  "
                    + "or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
            );
        }
    }

    private static void Controllers(KubeKind kind, string name, JsonObject body)
    {
        var owners = (body["metadata"]?["ownerReferences"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(one => one["controller"]?.GetValueKind() == JsonValueKind.True)
            .ToArray();
        if (owners.Length < 2)
            return;
        throw KubeRefusedException.Invalid(
            kind,
            name,
            "metadata.ownerReferences",
            $"Invalid value: {body["metadata"]!["ownerReferences"]!.ToJsonString()}: "
                + "Only one reference can have Controller set to true. Found \"true\" in references for "
                + $"{owners[0]["kind"]}/{owners[0]["name"]} and {owners[1]["kind"]}/{owners[1]["name"]}",
            times: kind.Custom ? 3 : 1
        );
    }

    [GeneratedRegex("^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Part();
}
