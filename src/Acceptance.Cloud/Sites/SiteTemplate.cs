namespace Acceptance.Cloud.Sites;

/// <summary>The cluster template, field by field (phase-08 8.0).</summary>
public sealed record SiteTemplate
{
    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public required string Name { get; init; }

    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Word)]
    public string Coe { get; init; } = "kubernetes";

    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Word)]
    public string ServerType { get; init; } = "vm";

    /// <summary>
    /// The driver always makes an Octavia load balancer for the API: anything but true is a template of another
    /// design.
    /// </summary>
    [Lifetime(Lifetime.Fixed)]
    public bool MasterLbEnabled { get; init; } = true;

    [Lifetime(Lifetime.Fixed)]
    public bool FloatingIpEnabled { get; init; } = true;

    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Word)]
    public string NetworkDriver { get; init; } = "calico";

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Addresses)]
    public string DnsNameserver { get; init; } = "8.8.8.8";

    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Word)]
    public string DockerStorageDriver { get; init; } = "overlay2";

    /// <summary>fixed_subnet_cidr and octavia_provider among them.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Keys(Form.Word)]
    [Form(Form.Value)]
    public required IReadOnlyDictionary<string, string> Labels { get; init; }
}
