using System.Text.Json;
using System.Text.Json.Serialization;
using Acceptance.Cloud;
using Acceptance.Decisions.Runs;

namespace Acceptance.Runs.Journals;

/// <summary>
/// An outcome as its word in the file. Older files say "failed: SENTENCE"; a word that nobody knows proves nothing.
/// </summary>
internal sealed class DeedOutcomeWord : JsonConverter<DeedOutcome>
{
    public override DeedOutcome Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        State<DeedOutcome>.Read(reader.GetString()?.Split(':')[0]).Known ?? DeedOutcome.Unrecognised;

    public override void Write(Utf8JsonWriter writer, DeedOutcome outcome, JsonSerializerOptions options) =>
        writer.WriteStringValue(((State<DeedOutcome>)outcome).Word);
}
