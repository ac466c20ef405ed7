namespace Acceptance.Cloud.Twin.World.Magnum;

/// <summary>
/// A cluster template as Magnum keeps it; names are Magnum's. A name may be given twice: then only the id finds it.
/// </summary>
internal sealed class ClusterTemplate
{
    public required string Id { get; init; }

    public string? Name { get; set; }

    public required string ProjectId { get; init; }

    public required string UserId { get; init; }

    public string Coe { get; set; } = "kubernetes";

    /// <summary>As written: a name or an id of Glance.</summary>
    public required string ImageId { get; set; }

    public string? FlavorId { get; set; }

    public string? MasterFlavorId { get; set; }

    public string? DnsNameserver { get; set; }

    public string? KeypairId { get; set; }

    public string? ExternalNetworkId { get; set; }

    public string? FixedNetwork { get; set; }

    public string? FixedSubnet { get; set; }

    /// <summary>calico, or what an operator pinned instead (DOCFIX-032); null: the chart's default.</summary>
    public string? NetworkDriver { get; set; }

    public string? VolumeDriver { get; set; }

    public string? DockerStorageDriver { get; set; }

    public int? DockerVolumeSize { get; set; }

    public int? ApiserverPort { get; set; }

    /// <summary>os_distro of the image at the create.</summary>
    public string? ClusterDistro { get; set; }

    public string? HttpProxy { get; set; }

    public string? HttpsProxy { get; set; }

    public string? NoProxy { get; set; }

    public string? InsecureRegistry { get; set; }

    public bool RegistryEnabled { get; set; }

    public bool TlsDisabled { get; set; }

    public bool Public { get; set; }

    public bool Hidden { get; set; }

    public bool MasterLbEnabled { get; set; }

    public bool FloatingIpEnabled { get; set; } = true;

    public string ServerType { get; set; } = "vm";

    public string? Tags { get; set; }

    public OrderedDictionary<string, string> Labels { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public override string ToString() => Name ?? Id;
}
