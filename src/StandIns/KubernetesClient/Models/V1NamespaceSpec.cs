using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>What holds a namespace back from going.</summary>
public record V1NamespaceSpec
{
    [JsonPropertyName("finalizers")]
    public IList<string>? Finalizers { get; set; }
}
