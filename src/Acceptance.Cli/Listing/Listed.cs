using System.Text.Json.Serialization;

namespace Acceptance.Cli.Listing;

/// <summary>One line of a list.</summary>
/// <param name="Rung">The rung that it belongs to; null where it belongs to none.</param>
/// <param name="Entry">The known issue that it makes or leads to; null where it does not.</param>
internal sealed record Listed(string Id, string? Rung, string Kind, string Says)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Entry { get; init; }
}
