using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>One condition on a label: In, NotIn, Exists or DoesNotExist.</summary>
public record V1LabelSelectorRequirement
{
    [JsonPropertyName("key")]
    public string Key { get; set; } = null!;

    [JsonPropertyName("operator")]
    public string OperatorProperty { get; set; } = null!;

    [JsonPropertyName("values")]
    public IList<string>? Values { get; set; }
}
