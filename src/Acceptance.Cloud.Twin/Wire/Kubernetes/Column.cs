using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>A column of a Table; priority 0 is shown always, any other with -o wide.</summary>
internal sealed record Column(
    string Name,
    Func<PrintedObject, JsonNode?> Cell,
    string Type = "string",
    int Priority = 0
)
{
    public JsonObject Definition() =>
        new()
        {
            ["name"] = Name,
            ["type"] = Type,
            ["format"] = Name == "Name" ? "name" : "",
            ["description"] = $"{Name} of the object.",
            ["priority"] = Priority,
        };
}
