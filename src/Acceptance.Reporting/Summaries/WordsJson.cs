using System.Text.Json;
using System.Text.Json.Serialization;

namespace Acceptance.Reporting.Summaries;

/// <summary>A sentence, or a command to paste, as a text of JSON.</summary>
internal sealed class WordsJson<T> : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        throw new NotSupportedException("a summary is written here, and read by others");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
