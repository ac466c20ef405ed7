using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Kubernetes;

/// <summary>What an API server answered.</summary>
internal sealed record KubeReply(int Status, string Text, string ContentType, IReadOnlyList<string> Warnings)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? At(params IEnumerable<string> path)
    {
        JsonNode? node = Json;
        foreach (var part in path)
            node = node is JsonArray list
                ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]
                : node?[part];
        return node?.ToString();
    }
}
