namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>One rule of a security group.</summary>
internal sealed class SecurityGroupRule : NeutronResource
{
    public required string SecurityGroupId { get; init; }

    /// <summary>ingress or egress.</summary>
    public required string Direction { get; init; }

    public string EtherType { get; init; } = "IPv4";

    public string? Protocol { get; init; }

    public int? PortMin { get; init; }

    public int? PortMax { get; init; }

    public string? RemotePrefix { get; init; }

    public string? RemoteGroupId { get; init; }

    /// <summary>Made with its group, and not by anybody: it has no description at all.</summary>
    public bool CameWithGroup { get; init; }

    internal bool SameAs(SecurityGroupRule other) =>
        (Direction, EtherType, Protocol, PortMin, PortMax, RemotePrefix ?? "0.0.0.0/0", RemoteGroupId)
        == (
            other.Direction,
            other.EtherType,
            other.Protocol,
            other.PortMin,
            other.PortMax,
            other.RemotePrefix ?? "0.0.0.0/0",
            other.RemoteGroupId
        );
}
