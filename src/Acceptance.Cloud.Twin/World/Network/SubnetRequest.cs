namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>What a subnet is asked for with; the pool is the whole network less the gateway unless named.</summary>
internal sealed record SubnetRequest(string ProjectId, string NetworkId, string Name, string Cidr)
{
    public string? GatewayIp { get; init; }

    public bool NoGateway { get; init; }

    public string? PoolStart { get; init; }

    public string? PoolEnd { get; init; }

    public IReadOnlyList<string> DnsNameservers { get; init; } = [];

    public bool EnableDhcp { get; init; } = true;

    public string Description { get; init; } = "";
}
