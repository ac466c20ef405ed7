namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>An address of the external network that a project holds, bound to a port or not.</summary>
internal sealed class FloatingIp : NeutronResource
{
    public required string NetworkId { get; init; }

    public required string Address { get; init; }

    public string? PortId { get; set; }

    public string? FixedAddress { get; set; }

    public string? RouterId { get; set; }

    /// <summary>ACTIVE or DOWN.</summary>
    public string Status { get; set; } = "DOWN";
}
