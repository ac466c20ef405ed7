namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>A router; its interfaces are ports that it owns.</summary>
internal sealed class NeutronRouter : NeutronResource
{
    public string? GatewayNetworkId { get; set; }

    public string? GatewayPortId { get; set; }

    public bool AdminStateUp { get; set; } = true;
}
