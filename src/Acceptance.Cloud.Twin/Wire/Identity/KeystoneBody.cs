using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>How Keystone reads a body, and what it says of a wrong one.</summary>
internal static class KeystoneBody
{
    public static string? Text(JsonObject json, string key) =>
        json[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static string Required(JsonObject json, string key) =>
        Text(json, key) is { Length: > 0 } text
            ? text
            : throw new ApiRefusal(400, $"'{key}' is a required property\n\nFailed validating 'required' in schema");

    /// <summary>Names compare without case, as the database does.</summary>
    public static bool Same(string name, string? other) =>
        string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    public static string Malformed(string what, string where) =>
        $"Expecting to find {what} in {where}. "
        + "The server could not comply with the request since it is either malformed or otherwise incorrect. "
        + "The client is assumed to be in error.";
}
