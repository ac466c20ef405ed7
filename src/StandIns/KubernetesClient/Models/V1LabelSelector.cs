using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Which labels an object has to carry.</summary>
public record V1LabelSelector
{
    [JsonPropertyName("matchExpressions")]
    public IList<V1LabelSelectorRequirement>? MatchExpressions { get; set; }

    [JsonPropertyName("matchLabels")]
    public IDictionary<string, string>? MatchLabels { get; set; }
}
