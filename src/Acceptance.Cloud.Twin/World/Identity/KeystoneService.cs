namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>A service of the catalog with its endpoints.</summary>
internal sealed class KeystoneService
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>identity, compute, load-balancer, ...</summary>
    public required string Type { get; init; }

    public string? Description { get; set; }

    public bool Enabled { get; set; } = true;

    public List<KeystoneEndpoint> Endpoints { get; } = [];
}
