using System.Text.Json;
using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>An object's status is an object, a Status's is a word: what does not read as the second is the first.</summary>
internal sealed class V1StatusJsonConverter : JsonConverter<V1Status>
{
    // Without this converter, which would call itself for ever.
    private static readonly JsonSerializerOptions Plain = new();

    public override V1Status? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return document.RootElement.Deserialize<V1Status>(Plain);
        }
        catch (JsonException)
        {
            return V1Status.OfObject(document.RootElement.Clone());
        }
    }

    public override void Write(Utf8JsonWriter writer, V1Status value, JsonSerializerOptions options) =>
        throw new NotImplementedException("A Status is read and never sent.");
}
