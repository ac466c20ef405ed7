namespace Acceptance.Cloud.Sites;

/// <summary>
/// Where credentials lie. Locations, never values; ~ is the home of whoever runs the suite; a relative path starts at
/// the site file's folder.
/// </summary>
public sealed record SiteCredentials
{
    /// <summary>
    /// An openrc of plain exports (DOCFIX-018: OS_AUTH_URL by IP). One of Openrc, CloudsYaml, Environment.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Path)]
    public string? Openrc { get; init; }

    /// <summary>A clouds.yaml, and which cloud of it.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Path)]
    public string? CloudsYaml { get; init; }

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Name)]
    public string? Cloud { get; init; }

    /// <summary>true: the OS_ variables of the environment.</summary>
    [Lifetime(Lifetime.PerSite)]
    public bool Environment { get; init; }

    /// <summary>The PEM of the CA that signs the APIs (the Vault root).</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Path)]
    public string? Ca { get; init; }

    /// <summary>Kubeconfig of the management cluster.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Path)]
    public string? ManagementKubeconfig { get; init; }

    /// <summary>
    /// Hosts that a credential may go to, beside those of the auth URL and of $.endpoints: addresses, names, domains
    /// (".cloud.example"), networks ("192.0.2.0/24"). A workload cluster's API at a floating IP is among them.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.HostOrNetwork)]
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>
    /// Whether a credential may travel in clear, by http and not on loopback: refused, or allowed, and then each
    /// verdict that rests on it says so.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Allowed("refused", "allowed")]
    public string PlainHttp { get; init; } = "refused";

    /// <summary>
    /// Whether the management kubeconfig may say insecure-skip-tls-verify: refused, or allowed, and then each verdict
    /// that rests on it says so.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    [Allowed("refused", "allowed")]
    public string InsecureSkipTlsVerify { get; init; } = "refused";

    /// <summary>The private key for ssh to the management VM.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Path)]
    public string? SshKey { get; init; }
}
