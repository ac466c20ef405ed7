using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Cloud.Twin.Wire.Nginx;

/// <summary>
/// The server behind a vhost, asked as nginx asks it: a connection a request, under the vhost's own trust.
/// </summary>
internal sealed class NginxUpstream : IDisposable
{
    private readonly TwinWorld _world;
    private readonly NginxVhost _vhost;
    private readonly HttpMessageInvoker _client;

    public NginxUpstream(TwinWorld world, NginxVhost vhost)
    {
        (_world, _vhost) = (world, vhost);
        At = $"{vhost.Pass.Host}:{world.Listeners.Actual(vhost.Pass.Port)}";
        _client = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ConnectCallback = Connect,
            }
        );
    }

    /// <summary>"HOST:PORT", as it is reached on loopback.</summary>
    public string At { get; }

    /// <summary>What error.log says of why it was not asked, up to "to upstream".</summary>
    public string Complaint { get; private set; } = "connect() failed (111: Connection refused) while connecting";

    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancel) =>
        _client.SendAsync(request, cancel);

    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            var plain = new NetworkStream(socket, ownsSocket: true);
            return _vhost.Pass.Scheme == "https" ? await Secure(plain, cancel) : plain;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<Stream> Secure(Stream plain, CancellationToken cancel)
    {
        Complaint = "peer closed connection in SSL handshake while SSL handshaking";
        var secure = new SslStream(plain, leaveInnerStreamOpen: false);
        await secure.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = _vhost.Sent ?? "",
                RemoteCertificateValidationCallback = (_, shown, _, _) => !_vhost.Verify || Believes(shown),
            },
            cancel
        );
        return secure;
    }

    private bool Believes(X509Certificate? shown)
    {
        using var certificate = new X509Certificate2(shown!);
        if (!IsSigned(certificate))
            Complaint =
                "upstream SSL certificate verify error: (21:unable to verify the first certificate) "
                + "while SSL handshaking";
        else if (!Names(certificate).Contains(_vhost.Expected, StringComparer.OrdinalIgnoreCase))
            Complaint = $"upstream SSL certificate does not match \"{_vhost.Expected}\" while SSL handshaking";
        else
            return true;
        return false;
    }

    private bool IsSigned(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        string? trusted;
        lock (_world.Gate)
            trusted = _world.Nginx.ReadFile(_vhost.Trusted!);
        try
        {
            chain.ChainPolicy.CustomTrustStore.ImportFromPem(trusted);
        }
        catch (CryptographicException)
        {
            return false;
        }

        return chain.Build(certificate);
    }

    /// <summary>
    /// Its names, and the common one where it has none: an address in it counts for nothing (OpenSSL's
    /// X509_check_host).
    /// </summary>
    private static IEnumerable<string> Names(X509Certificate2 certificate)
    {
        string[] names =
        [
            .. certificate
                .Extensions.OfType<X509SubjectAlternativeNameExtension>()
                .SelectMany(names => names.EnumerateDnsNames()),
        ];
        return names.Length > 0 ? names : [certificate.GetNameInfo(X509NameType.SimpleName, false)];
    }
}
