using System.Security.Cryptography.X509Certificates;
using k8s.Exceptions;

namespace k8s;

/// <summary>A client of one API server, as one user.</summary>
public class Kubernetes : IKubernetes
{
    private readonly SocketsHttpHandler _transport;
    private readonly X509Certificate2? _clientCertificate;
    private Uri _baseUri = null!;

    public Kubernetes(KubernetesClientConfiguration config, params DelegatingHandler[] handlers)
    {
        BaseUri = ServerOf(config);
        HttpClientTimeout = config.HttpClientTimeout;
        _clientCertificate = ClientCertificate.Of(config);
        _transport = Transport.Create(config, _clientCertificate);
        HttpClient = Transport.CreateClient(_transport, handlers, config.UserAgent);
        var sender = new RequestSender(this, config);
        CoreV1 = new CoreV1Operations(sender);
        AppsV1 = new AppsV1Operations(sender);
        StorageV1 = new StorageV1Operations(sender);
        CustomObjects = new CustomObjectsOperations(sender);
        Version = new VersionOperations(sender);
    }

    /// <summary>Ends in a slash, so that a server behind a path keeps it.</summary>
    public Uri BaseUri
    {
        get => _baseUri;
        set => _baseUri = new Uri(value.AbsoluteUri.TrimEnd('/') + "/");
    }

    /// <summary>How long one request may take, its body included; 100 s unless set.</summary>
    public TimeSpan HttpClientTimeout { get; set; }

    public HttpClient HttpClient { get; protected set; }

    public ICoreV1Operations CoreV1 { get; }

    public IAppsV1Operations AppsV1 { get; }

    public IStorageV1Operations StorageV1 { get; }

    public ICustomObjectsOperations CustomObjects { get; }

    public IVersionOperations Version { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        HttpClient.Dispose();
        _transport.Dispose();
        _clientCertificate?.Dispose();
    }

    private static Uri ServerOf(KubernetesClientConfiguration? config)
    {
        if (config is null)
            throw new KubeConfigException("A client is made from a configuration, and here is none.");
        if (string.IsNullOrWhiteSpace(config.Host))
            throw new KubeConfigException("The configuration names no Host, such as https://127.0.0.1:6443.");
        try
        {
            return new Uri(config.Host);
        }
        catch (UriFormatException refused)
        {
            throw new KubeConfigException(
                $"The Host '{config.Host}' is no URL, such as https://127.0.0.1:6443.",
                refused
            );
        }
    }
}
