using System.Net;

namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>A subnet with one allocation pool.</summary>
internal sealed class NeutronSubnet : NeutronResource
{
    public required string NetworkId { get; init; }

    /// <summary>"10.20.8.0/24", or an IPv6 prefix whose addresses derive from the port's MAC (slaac).</summary>
    public required string Cidr { get; init; }

    public string? GatewayIp { get; set; }

    public required string PoolStart { get; init; }

    public required string PoolEnd { get; init; }

    public List<string> DnsNameservers { get; init; } = [];

    public bool EnableDhcp { get; set; } = true;

    public bool IsIpv6 => Cidr.Contains(':', StringComparison.Ordinal);

    public bool Holds(string address) => IPAddress.TryParse(address, out var ip) && IPNetwork.Parse(Cidr).Contains(ip);
}
