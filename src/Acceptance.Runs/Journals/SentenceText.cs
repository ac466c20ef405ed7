using System.Text.Json;
using System.Text.Json.Serialization;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Runs.Journals;

/// <summary>A sentence in the file: without its secrets as it is written, cleaned as it is read.</summary>
internal sealed class SentenceText : JsonConverter<Sentence>
{
    public override Sentence Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        $"{reader.GetString()}";

    public override void Write(Utf8JsonWriter writer, Sentence sentence, JsonSerializerOptions options) =>
        writer.WriteStringValue(Published.Line(sentence));
}
