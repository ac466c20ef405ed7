using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>RFC 7386.</summary>
internal static class MergePatch
{
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var result = target as JsonObject ?? [];
        foreach (var (key, value) in changes)
        {
            if (value is null)
            {
                result.Remove(key);
                continue;
            }

            var before = result[key];
            result.Remove(key);
            result[key] = Apply(before, value);
        }

        return result;
    }
}
