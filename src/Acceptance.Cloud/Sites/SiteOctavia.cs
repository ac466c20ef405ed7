namespace Acceptance.Cloud.Sites;

/// <summary>
/// What one amphora needs (charm-octavia's flavor), and which load balancers are the platform's by name.
/// </summary>
public sealed record SiteOctavia
{
    [Lifetime(Lifetime.Fixed)]
    [Between(1)]
    public int AmphoraRamMb { get; init; } = 1024;

    [Lifetime(Lifetime.Fixed)]
    [Between(1)]
    public int AmphoraVcpus { get; init; } = 1;

    [Lifetime(Lifetime.Fixed)]
    [Between(0)]
    public int AmphoraDiskGb { get; init; } = 8;

    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public string ServicesProject { get; init; } = "services";

    [Lifetime(Lifetime.PerRebuild)]
    [Form(Form.Name)]
    public string ServicesDomain { get; init; } = "service_domain";

    /// <summary>
    /// Names of the platform's load balancers (regular expressions); of others only ERROR and an overdue PENDING are
    /// asked (DESIGN 7).
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Pattern)]
    public IReadOnlyList<string> Platform { get; init; } = [];
}
