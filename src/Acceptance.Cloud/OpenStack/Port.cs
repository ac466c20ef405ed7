namespace Acceptance.Cloud.OpenStack;

/// <summary>A port: who owns it (network:floatingip, Octavia, compute:nova ...) and its fixed addresses.</summary>
public sealed record Port(
    string Id,
    string Name,
    string DeviceOwner,
    string DeviceId,
    string NetworkId,
    string ProjectId,
    State<PortStatus> Status,
    IReadOnlyList<string> Addresses
);
