namespace Acceptance.Cloud.OpenStack;

/// <summary>A Nova server. Host only for an admin. Fault only from a single read.</summary>
public sealed record Server(
    string Id,
    string Name,
    State<ServerStatus> Status,
    string ProjectId,
    string? Host,
    string? FlavorName,
    IReadOnlyList<string> Addresses,
    DateTimeOffset Created,
    string? Fault
);
