namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>What every Octavia object carries.</summary>
internal abstract class OctaviaResource
{
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public bool AdminStateUp { get; set; } = true;

    public List<string> Tags { get; set; } = [];

    public ProvisioningStatus Provisioning { get; internal set; } = ProvisioningStatus.PendingCreate;

    public OperatingStatus Operating { get; internal set; } = OperatingStatus.Offline;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until first ACTIVE.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }
}
