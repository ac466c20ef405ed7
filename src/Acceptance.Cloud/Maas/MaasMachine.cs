namespace Acceptance.Cloud.Maas;

/// <summary>A machine of `maas PROFILE machines read` (FACTS 8.6): status by its name.</summary>
public sealed record MaasMachine(
    string SystemId,
    string Hostname,
    State<MachineStatus> StatusName,
    State<PowerState> PowerState,
    IReadOnlyList<string> Addresses
);
