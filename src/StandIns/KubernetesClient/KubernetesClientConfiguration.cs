using System.Security.Cryptography.X509Certificates;

namespace k8s;

/// <summary>Which API server, as whom, trusting whom.</summary>
public partial class KubernetesClientConfiguration
{
    public string? Namespace { get; set; }

    /// <summary>A URL, such as https://127.0.0.1:6443.</summary>
    public string? Host { get; set; }

    /// <summary>Null: the system's authorities are trusted.</summary>
    public X509Certificate2Collection? SslCaCerts { get; set; }

    /// <summary>PEM in base64, as in a kubeconfig.</summary>
    public string? ClientCertificateData { get; set; }

    public string? ClientCertificateKeyData { get; set; }

    public string? ClientCertificateFilePath { get; set; }

    public string? ClientKeyFilePath { get; set; }

    public bool SkipTlsVerify { get; set; }

    public string? TlsServerName { get; set; }

    public string? UserAgent { get; set; } = "kubernetes-csharp/20.0.84";

    public string? Username { get; set; }

    public string? Password { get; set; }

    public string? AccessToken { get; set; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan HttpClientTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Called before the certificates and whom to trust are set.</summary>
    public Action<SocketsHttpHandler>? FirstMessageHandlerSetup { get; set; }

    public bool DisableHttp2 { get; set; }
}
