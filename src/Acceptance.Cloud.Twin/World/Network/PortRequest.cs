namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>
/// What a port is asked for with; without a subnet or an address it gets one of each subnet family's first subnet.
/// </summary>
internal sealed record PortRequest(string ProjectId, string NetworkId)
{
    public string Name { get; init; } = "";

    public string? SubnetId { get; init; }

    /// <summary>The wanted address.</summary>
    public string? Address { get; init; }

    public string DeviceId { get; init; } = "";

    public string DeviceOwner { get; init; } = "";

    /// <summary>Null: the project's default group.</summary>
    public IReadOnlyList<string>? SecurityGroups { get; init; }

    public string Description { get; init; } = "";

    public bool AdminStateUp { get; init; } = true;

    /// <summary>No address at all.</summary>
    public bool Unaddressed { get; init; }
}
