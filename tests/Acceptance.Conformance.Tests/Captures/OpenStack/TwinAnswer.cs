using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>What the twin answered to a request.</summary>
internal sealed record TwinAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Bytes)
{
    public string Text { get; } = Encoding.UTF8.GetString(Bytes);

    public JsonNode? Json { get; } = Parse(Bytes);

    /// <summary>The twin says itself that it does not have this.</summary>
    public bool NotEmulated => Status == 501 && Text.Contains("not emulated", StringComparison.Ordinal);

    private static JsonNode? Parse(byte[] bytes)
    {
        try
        {
            return bytes.Length > 0 && bytes[0] is (byte)'{' or (byte)'[' ? JsonNode.Parse(bytes) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
