using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// A body that must be an object of one kind, in JSON, YAML or protobuf; what is wrong with it is said as the real
/// server says it.
/// </summary>
internal static class BodyReader
{
    public static JsonObject Read(KubeRequest request, KubeKind wanted)
    {
        var text = Encoding.UTF8.GetString(request.Bytes);
        var body = request.ContentType switch
        {
            "application/vnd.kubernetes.protobuf" when !wanted.Custom => ProtobufBody.Read(request.Bytes)
                ?? throw Unsupported(),
            "application/yaml" => YamlBody.Read(text) as JsonObject,
            "" or "application/json" or "*/*" => Json(text, wanted),
            _ => throw Unsupported(),
        };
        if (body is null || body["kind"] is null)
        {
            throw KubeRefusedException.BadRequest(
                $"the object provided is unrecognized (must be of type {wanted.Kind}): "
                    + $"Object 'Kind' is missing in '{text}' ({text})"
            );
        }

        Check(request, wanted, body);
        return body;
    }

    public static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Json(string text, KubeKind wanted) =>
        Json(text) as JsonObject
        ?? throw KubeRefusedException.BadRequest(
            $"the object provided is unrecognized (must be of type {wanted.Kind}): couldn't get version/kind; "
                + $"json parse error: unexpected end of JSON input ({(text.Length == 0 ? "<empty>" : text)})"
        );

    private static void Check(KubeRequest request, KubeKind wanted, JsonObject body)
    {
        var kind = (string?)body["kind"];
        var version = (string?)body["apiVersion"] ?? "";
        var expected = wanted.ApiVersion(request.Path.Version);
        if (kind != wanted.Kind)
        {
            throw KubeRefusedException.BadRequest(
                $"{kind} in version \"{request.Path.Version}\" cannot be handled as a {wanted.Kind}: "
                    + $"converting ({request.Path.Version}.{kind}) "
                    + $"to ({(wanted.Group.Length == 0 ? "core" : wanted.Group)}.{wanted.Kind}): unknown conversion"
            );
        }

        if (version.Length > 0 && version != expected)
            throw KubeRefusedException.BadRequest(
                $"the API version in the data ({version}) does not match the expected API version ({expected})"
            );
        if (wanted.Custom && request.Path.Version == "v1beta1")
            CapiConversion.Restore(body);
    }

    private static KubeRefusedException Unsupported() =>
        new(
            415,
            "UnsupportedMediaType",
            "the body of the request was in an unknown format - accepted media types include: "
                + "application/json, application/yaml, application/vnd.kubernetes.protobuf"
        );
}
