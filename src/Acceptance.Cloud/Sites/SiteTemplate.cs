namespace Acceptance.Cloud.Sites;

/// <summary>The cluster template, field by field (phase-08 8.0).</summary>
public sealed record SiteTemplate
{
    [Lifetime(Lifetime.PerRebuild)]
    public required string Name { get; init; }

    [Lifetime(Lifetime.Fixed)]
    public string NetworkDriver { get; init; } = "calico";

    [Lifetime(Lifetime.PerSite)]
    public string DnsNameserver { get; init; } = "8.8.8.8";

    [Lifetime(Lifetime.Fixed)]
    public string DockerStorageDriver { get; init; } = "overlay2";

    /// <summary>fixed_subnet_cidr and octavia_provider among them.</summary>
    [Lifetime(Lifetime.PerSite)]
    public required IReadOnlyDictionary<string, string> Labels { get; init; }
}
