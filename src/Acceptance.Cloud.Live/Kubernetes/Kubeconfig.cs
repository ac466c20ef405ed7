namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// What the current context of a kubeconfig says in its data fields, and nothing else of it. It holds a key: it goes
/// into no evidence.
/// </summary>
/// <param name="CaPem">The CA that must have signed the server's certificate; empty: the system's.</param>
internal sealed record Kubeconfig(Uri Server, string CaPem)
{
    /// <summary>The name that the certificate is held against, where it is not that of the server's address.</summary>
    public string? ServerName { get; init; }

    /// <summary>The server's certificate is not looked at: what such a file says and the site allows.</summary>
    public bool Unverified { get; init; }

    public string? Token { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public string? CertificatePem { get; init; }

    public string? KeyPem { get; init; }

    // Records print their members; this one must never print a key.
    public override string ToString() => $"kubeconfig of {Server}";
}
