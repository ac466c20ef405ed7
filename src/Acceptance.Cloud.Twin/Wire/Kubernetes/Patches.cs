using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>Which patch it is, by its content type; custom resources have no strategic merge.</summary>
internal static class Patches
{
    public static JsonObject Apply(KubeRequest request, JsonObject body, string text)
    {
        var patch = BodyReader.Json(text);
        switch (request.ContentType)
        {
            case "application/merge-patch+json":
                return MergePatch.Apply(body, Object(patch)) as JsonObject ?? body;
            case "application/strategic-merge-patch+json" when !request.Kind.Custom:
                return StrategicMerge.Apply(body, Object(patch));
            case "application/json-patch+json":
                return JsonPatch.Apply(
                    body,
                    patch as JsonArray
                        ?? throw KubeRefusedException.BadRequest(
                            "error decoding patch: json: "
                                + "cannot unmarshal object into Go value of type []handlers.jsonPatchOp"
                        )
                );
            case "":
                throw new KubeRefusedException(415, "UnsupportedMediaType", "415: Unsupported Media Type", []);
            default:
                var types = request.Kind.Custom
                    ? "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"
                    : "application/json-patch+json, application/merge-patch+json, "
                        + "application/strategic-merge-patch+json, application/apply-patch+yaml";
                throw new KubeRefusedException(
                    415,
                    "UnsupportedMediaType",
                    $"the body of the request was in an unknown format - accepted media types include: {types}"
                );
        }
    }

    private static JsonObject Object(JsonNode? patch) =>
        patch as JsonObject
        ?? throw KubeRefusedException.BadRequest("error decoding patch: unexpected end of JSON input");
}
