namespace Acceptance.Cloud.OpenStack;

/// <summary>A floating IP and the port it is bound to, if any.</summary>
public sealed record FloatingIp(
    string Id,
    string Address,
    string? PortId,
    string? FixedAddress,
    string ProjectId,
    string Description,
    State<FloatingIpStatus> Status
);
