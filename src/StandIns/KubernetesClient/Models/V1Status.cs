using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>What became of a request; where the server answers with the object instead, HasObject says so.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public record V1Status : IKubernetesObject<V1ListMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Status";
    public const string KubeGroup = "";
    public const string KubePluralName = "";

    private JsonElement _original;

    [JsonPropertyName("apiVersion")]
    public string? ApiVersion { get; set; }

    [JsonPropertyName("code")]
    public int? Code { get; set; }

    [JsonPropertyName("details")]
    public V1StatusDetails? Details { get; set; }

    [JsonPropertyName("kind")]
    public string? Kind { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("metadata")]
    public V1ListMeta? Metadata { get; set; }

    [JsonPropertyName("reason")]
    public string? Reason { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    public bool HasObject { get; private set; }

    /// <summary>The object a deletion answers with while finalizers hold it.</summary>
    public T? ObjectView<T>() => KubernetesJson.Deserialize<T>(_original);

    public override string? ToString()
    {
        var reason =
            string.IsNullOrEmpty(Reason) && Code is { } code and not 0 ? ((HttpStatusCode)code).ToString() : Reason;
        if (string.IsNullOrEmpty(Message))
            return string.IsNullOrEmpty(reason) ? Status : reason;
        return string.IsNullOrEmpty(reason) ? Message : $"{reason} - {Message}";
    }

    internal static V1Status OfObject(JsonElement original) => new() { _original = original, HasObject = true };
}
