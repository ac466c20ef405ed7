namespace Acceptance.Cloud.Sites;

/// <summary>The management cluster's VM.</summary>
public sealed record SiteManagement
{
    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public required string Server { get; init; }

    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public required string Project { get; init; }

    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public required string Domain { get; init; }

    /// <summary>
    /// The file that holds MGMT_FIP of this rebuild (DOCFIX-038); the address itself is never in the site.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Path)]
    public required string NetEnv { get; init; }

    /// <summary>
    /// dependencies.json of the capi-helm-charts tag that the cluster's providers were installed from (D-034); null:
    /// the versions of the providers are nobody's to compare.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Path)]
    public string? ChartDependencies { get; init; }

    /// <summary>ORC's manifest in the version that these name (D-034).</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Path)]
    public string? OrcManifest { get; init; }

    [Lifetime(Lifetime.Fixed)]
    [Form(Form.User)]
    public string SshUser { get; init; } = "ubuntu";

    /// <summary>The driver that the running conductor must have (D-042).</summary>
    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Version)]
    public string DriverVersion { get; init; } = "1.4.0";

    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Word)]
    public string DriverPackage { get; init; } = "magnum-capi-helm";

    /// <summary>The VIP that a tenant VM must reach (D-011.3).</summary>
    [Lifetime(Lifetime.PerSite)]
    public required Uri ReachableFromTenant { get; init; }
}
