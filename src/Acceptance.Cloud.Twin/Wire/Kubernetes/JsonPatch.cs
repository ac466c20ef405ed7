using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson.Exceptions;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>RFC 6902, as the API server says it where one does not apply.</summary>
internal static class JsonPatch
{
    public static JsonObject Apply(JsonObject target, JsonArray operations)
    {
        try
        {
            operations.Deserialize<JsonPatchDocument>()!.ApplyTo(target);
            return target;
        }
        catch (Exception unfit) when (unfit is JsonPatchException or JsonException or ArgumentException)
        {
            const string Said = "the server rejected our request due to an error in our request";
            throw new KubeRefusedException(422, "Invalid", Said, []);
        }
    }
}
