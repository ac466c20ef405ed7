using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Acceptance.Live.Tests.Transport;

/// <summary>
/// Offers one certificate on loopback as badly as the test says, and keeps what a client sent behind the handshake.
/// </summary>
internal sealed class TlsServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly StringBuilder _heard = new();

    private TlsServer(Func<Stream, Task<Stream>> open)
    {
        _listener.Start();
        _ = Serve(open);
    }

    public Uri At => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>What was sent to it in confidence: requests, tokens, passwords.</summary>
    public string Heard
    {
        get
        {
            lock (_heard)
                return _heard.ToString();
        }
    }

    public static TlsServer With(
        X509Certificate2 certificate,
        X509Certificate2Collection? chain = null,
        SslProtocols protocols = SslProtocols.None
    )
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, chain, offline: true),
            EnabledSslProtocols = protocols,
#pragma warning disable SYSLIB0040 // It lets the platform show what it would not show by itself: short keys, SHA-1.
            EncryptionPolicy = EncryptionPolicy.AllowNoEncryption,
#pragma warning restore SYSLIB0040
        };
        return new TlsServer(async stream =>
        {
            var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(options);
            return tls;
        });
    }

    /// <summary>Speaks no TLS at all.</summary>
    public static TlsServer Plain(string answer) =>
        new(async stream =>
        {
            await stream.ReadAtLeastAsync(new byte[4096], 1);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
            return stream;
        });

    /// <summary>Closes in the middle of the handshake.</summary>
    public static TlsServer Closing() =>
        new(async stream =>
        {
            await stream.ReadAtLeastAsync(new byte[64], 1);
            throw new IOException("closed by the test");
        });

    /// <summary>Takes the client's first words and says nothing.</summary>
    public static TlsServer Silent() =>
        new(async stream =>
        {
            // It ends when the client gives up.
            while (await stream.ReadAsync(new byte[4096]) > 0) { }
            return stream;
        });

    public void Dispose() => _listener.Dispose();

    private async Task Serve(Func<Stream, Task<Stream>> open)
    {
        try
        {
            while (true)
                _ = Hear(await _listener.AcceptTcpClientAsync(), open);
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Hear(TcpClient client, Func<Stream, Task<Stream>> open)
    {
        using var held = client;
        try
        {
            await using var stream = await open(client.GetStream());
            var buffer = new byte[4096];
            for (int read; (read = await stream.ReadAsync(buffer)) > 0; )
            {
                lock (_heard)
                    _heard.Append(Encoding.ASCII.GetString(buffer, 0, read));
                await stream.WriteAsync("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            }
        }
        catch (Exception broke) when (broke is IOException or AuthenticationException or SocketException)
        {
            // The client would not go on, or this server would not.
        }
    }
}
