namespace Acceptance.Cloud.Sites;

/// <summary>The throwaway deployment behind a Service of type LoadBalancer (D-011.4, DOCFIX-040).</summary>
public sealed record SiteRoundRobin
{
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.ImageReference)]
    public string Image { get; init; } = "registry.k8s.io/e2e-test-images/agnhost:2.40";

    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Value)]
    public IReadOnlyList<string> Command { get; init; } = ["/agnhost", "netexec", "--http-port=8080"];

    [Lifetime(Lifetime.Fixed)]
    [Between(2, 100)]
    public int Replicas { get; init; } = 2;

    [Lifetime(Lifetime.Fixed)]
    [Between(1, 65535)]
    public int Port { get; init; } = 80;

    [Lifetime(Lifetime.Fixed)]
    [Between(1, 65535)]
    public int TargetPort { get; init; } = 8080;

    /// <summary>The path that answers the pod's name.</summary>
    [Lifetime(Lifetime.Fixed)]
    [Form(Form.UrlPath)]
    public string Path { get; init; } = "/hostname";

    /// <summary>Added to ports below 1024 where the site cannot bind them (a twin without root).</summary>
    [Lifetime(Lifetime.PerSite)]
    [Between(0, 64511)]
    public int LowPortOffset { get; init; }
}
