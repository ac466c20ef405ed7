using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace k8s;

/// <summary>Connections to the API server, and whom they trust.</summary>
internal static class Transport
{
    public static SocketsHttpHandler Create(KubernetesClientConfiguration config, X509Certificate2? clientCertificate)
    {
        var transport = new SocketsHttpHandler
        {
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            KeepAlivePingDelay = TimeSpan.FromMinutes(3),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(30),
            EnableMultipleHttp2Connections = true,
        };
        config.FirstMessageHandlerSetup?.Invoke(transport);
        if (config.SkipTlsVerify)
            transport.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        else if (config.SslCaCerts is { } authorities)
            transport.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                IsTrusted(authorities, certificate, chain, errors);
        if (clientCertificate is not null)
        {
            transport.SslOptions.ClientCertificates = [clientCertificate];
            transport.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => clientCertificate;
        }

        return transport;
    }

    public static HttpClient CreateClient(
        SocketsHttpHandler transport,
        DelegatingHandler[]? handlers,
        string? userAgent
    )
    {
        HttpMessageHandler first = transport;
        foreach (var handler in (handlers ?? []).Reverse())
        {
            var innermost = handler;
            while (innermost.InnerHandler is DelegatingHandler inner)
                innermost = inner;
            innermost.InnerHandler = first;
            first = handler;
        }

        // The deadline is each request's own, because a watch has none.
#pragma warning disable RS0030
        var client = new HttpClient(first, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore RS0030
        if (!string.IsNullOrWhiteSpace(userAgent))
            client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        return client;
    }

    // As the original has it: the given authorities decide, and where they had to be asked, a name that
    // does not match is not counted. README.md says how a caller who wants the name held gets it.
    private static bool IsTrusted(
        X509Certificate2Collection authorities,
        X509Certificate? certificate,
        X509Chain? chain,
        SslPolicyErrors errors
    )
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (!errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) || chain is null || certificate is null)
            return false;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        return chain.Build((X509Certificate2)certificate);
    }
}
