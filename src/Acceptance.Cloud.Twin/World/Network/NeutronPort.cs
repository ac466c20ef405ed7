namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>
/// A port: what holds an address. The owner's word says whose it is ("compute:nova",
/// "network:router_interface", "Octavia").
/// </summary>
internal sealed class NeutronPort : NeutronResource
{
    public required string NetworkId { get; init; }

    public required string MacAddress { get; init; }

    public string DeviceId { get; internal set; } = "";

    public string DeviceOwner { get; set; } = "";

    public string HostId { get; set; } = "";

    /// <summary>ACTIVE or DOWN.</summary>
    public string Status { get; set; } = "DOWN";

    public bool AdminStateUp { get; set; } = true;

    public List<FixedIp> FixedIps { get; } = [];

    public List<string> SecurityGroups { get; init; } = [];

    public List<string> AllowedAddresses { get; } = [];

    public string? Address => FixedIps.FirstOrDefault()?.Address;
}
