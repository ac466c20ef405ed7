using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace k8s;

/// <summary>JSON as the API server writes and reads it: camel case, and what is not set is not sent.</summary>
public static class KubernetesJson
{
    internal static readonly JsonSerializerOptions JsonSerializerOptions = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(), new KubernetesDateTimeConverter(), new V1StatusJsonConverter() },
    };

    public static TValue? Deserialize<TValue>(string json, JsonSerializerOptions? jsonSerializerOptions = null) =>
        JsonSerializer.Deserialize<TValue>(json, jsonSerializerOptions ?? JsonSerializerOptions);

    public static TValue? Deserialize<TValue>(Stream json, JsonSerializerOptions? jsonSerializerOptions = null) =>
        JsonSerializer.Deserialize<TValue>(json, jsonSerializerOptions ?? JsonSerializerOptions);

    public static TValue? Deserialize<TValue>(JsonElement json, JsonSerializerOptions? jsonSerializerOptions = null) =>
        json.Deserialize<TValue>(jsonSerializerOptions ?? JsonSerializerOptions);

    public static string Serialize(object value, JsonSerializerOptions? jsonSerializerOptions = null) =>
        JsonSerializer.Serialize(value, value.GetType(), jsonSerializerOptions ?? JsonSerializerOptions);
}
