using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Acceptance.StandIns.Tests.KubernetesClient;

/// <summary>Takes one connection on 127.0.0.1 and answers one request over TLS with a body.</summary>
internal sealed class TlsServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public TlsServer(X509Certificate2 certificate, string body)
    {
        _listener.Start();
        Url = $"https://{_listener.LocalEndpoint}";
        Client = ServeAsync(certificate, body);
    }

    public string Url { get; }

    /// <summary>The subject of the certificate that the client showed.</summary>
    public Task<string?> Client { get; }

    public void Dispose() => _listener.Dispose();

    private async Task<string?> ServeAsync(X509Certificate2 certificate, string body)
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        await using var tls = new SslStream(connection.GetStream());
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
            }
        );
        using var reader = new StreamReader(tls, Encoding.ASCII, leaveOpen: true);
        while (!string.IsNullOrEmpty(await reader.ReadLineAsync()))
        {
            // The head of the request; a GET has nothing else.
        }

        await tls.WriteAsync(
            Encoding.UTF8.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"
            )
        );
        await tls.FlushAsync();
        return tls.RemoteCertificate?.Subject;
    }
}
