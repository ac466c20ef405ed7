namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>A network; an external one is flat on the provider's wire, a tenant's is a geneve overlay.</summary>
internal sealed class NeutronNetwork : NeutronResource
{
    public bool External { get; init; }

    public bool Shared { get; set; }

    public bool AdminStateUp { get; set; } = true;

    public string ProviderType { get; init; } = "geneve";

    public string? PhysicalNetwork { get; init; }

    public int? SegmentationId { get; init; }

    public int Mtu { get; set; } = 1442;
}
