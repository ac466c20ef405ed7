namespace Acceptance.Cloud.Maas;

/// <summary>A machine of `maas PROFILE machines read` (FACTS 8.6): status by its name (Ready, Deployed ...), power on, off, unknown or error.</summary>
public sealed record MaasMachine(
    string SystemId,
    string Hostname,
    string StatusName,
    string PowerState,
    IReadOnlyList<string> Addresses
);
