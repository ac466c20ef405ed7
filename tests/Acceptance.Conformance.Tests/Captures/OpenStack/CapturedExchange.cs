using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>One request of a capture and what the real service answered; no status: it closed the connection.</summary>
internal sealed record CapturedExchange(
    string Service,
    string Method,
    string Path,
    string Query,
    IReadOnlyList<(string Name, string Value)> RequestHeaders,
    JsonNode? RequestBody,
    int? Status,
    IReadOnlyList<(string Name, string Value)> Headers,
    JsonNode? Body,
    string Probe
)
{
    public bool AsksForToken =>
        Service == "keystone" && Method == "POST" && Path.EndsWith("/auth/tokens", StringComparison.Ordinal);

    /// <summary>It may change the cloud.</summary>
    public bool Changes => Method is "POST" or "PUT" or "PATCH" or "DELETE" && !AsksForToken;

    /// <summary>
    /// The body is that of a file which is not in the folder: what it said is not known, its status and headers are.
    /// </summary>
    public bool Untold => IsReference(Body);

    /// <summary>
    /// What an untold body must have said, as far as the capture shows elsewhere; stands in for it where a situation
    /// is read, never where answers are compared.
    /// </summary>
    public JsonNode? Surmised { get; init; }

    public static bool IsReference(JsonNode? body) =>
        body is JsonValue value
        && value.TryGetValue<string>(out var text)
        && text.StartsWith("SAME-AS ", StringComparison.Ordinal);

    public bool Succeeded => Status is >= 200 and < 300;

    public string? RequestHeader(string name) =>
        RequestHeaders.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public override string ToString() => $"{Service} {Method} {Path}{(Query.Length > 0 ? "?" + Query : "")}";
}
