using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// What listened where the host tools were recorded (captures/host-tools/README.md): certificates of every kind on
/// the VIP, servers that misbehave beside it, on the twin's own block.
/// </summary>
internal sealed class RecordedPeers : IDisposable
{
    /// <summary>The second octet of the recording's addresses.</summary>
    private const string RecordedBlock = "127.53.";

    private readonly string _block;
    private readonly List<Socket> _sockets = [];

    public RecordedPeers(int block, RecordedCertificates certificates)
    {
        _block = $"127.{block}.";
        foreach (
            var (port, certificate) in new[]
            {
                (5443, certificates.Good),
                (5444, certificates.DnsOnly),
                (5445, certificates.CommonName),
                (5446, certificates.Expired),
                (5447, certificates.Future),
            }
        )
            Serve("4.50", port, connection => Secure(connection, certificate));
        foreach (var peer in new[] { "0.21", "0.22", "0.23" })
            Serve(peer, 8080, connection => Plain(connection, 200));
        foreach (var status in new[] { 503, 404, 500 })
            Serve("0.21", 8000 + status, connection => Plain(connection, status));
        foreach (var port in new[] { 8443, 8444 })
            Serve("0.21", port, connection => Secure(connection, certificates.DnsOnly));
        Serve("0.21", 8999, Mute);
        Serve("0.21", 8998, Closes);
        Serve("0.21", 8997, Resets);
        Full("0.21", 8995);
    }

    /// <summary>The command with the recorded addresses read as the twin's.</summary>
    public string Read(string command) => command.Replace(RecordedBlock, _block, StringComparison.Ordinal);

    public void Dispose()
    {
        foreach (var socket in _sockets)
            socket.Dispose();
    }

    private void Serve(string lastTwo, int port, Func<Socket, Task> answer)
    {
        var listener = Listen(lastTwo, port, 64);
        _ = Task.Run(async () =>
        {
            while (true)
            {
                Socket connection;
                try
                {
                    connection = await listener.AcceptAsync();
                }
                catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
                {
                    return;
                }

                _ = Answer(connection, answer);
            }
        });
    }

    /// <summary>Nobody accepts, and the queue is full: the kernel drops what else comes.</summary>
    private void Full(string lastTwo, int port)
    {
        var listener = Listen(lastTwo, port, 0);
        for (var i = 0; i < 3; i++)
        {
            var waiting = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            {
                Blocking = false,
            };
            _sockets.Add(waiting);
            try
            {
                waiting.Connect(listener.LocalEndPoint!);
            }
            catch (SocketException under)
                when (under.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // It stands in the queue, or before it.
            }
        }
    }

    private Socket Listen(string lastTwo, int port, int backlog)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Parse(_block + lastTwo), port));
        listener.Listen(backlog);
        _sockets.Add(listener);
        return listener;
    }

    private static async Task Answer(Socket connection, Func<Socket, Task> answer)
    {
        try
        {
            using (connection)
                await answer(connection);
        }
        catch (Exception gone)
            when (gone
                    is IOException
                        or SocketException
                        or ObjectDisposedException
                        or System.Security.Authentication.AuthenticationException
            )
        {
            // Who called has gone, or spoke another protocol.
        }
    }

    private static async Task Plain(Socket connection, int status) => await Http(new NetworkStream(connection), status);

    private static async Task Secure(Socket connection, X509Certificate2 certificate)
    {
        await using var tls = new SslStream(new NetworkStream(connection));
        await tls.AuthenticateAsServerAsync(certificate);
        await Http(tls, 200);
    }

    private static async Task Http(Stream stream, int status)
    {
        var asked = new StringBuilder();
        var buffer = new byte[4096];
        while (!asked.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
                return;
            asked.Append(Encoding.ASCII.GetString(buffer, 0, read));
            // Anything but a request, a TLS hello say, is no reason to answer.
            if (!char.IsAsciiLetterUpper(asked[0]))
            {
                await stream.WriteAsync(
                    "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray()
                );
                return;
            }
        }

        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Said\r\nContent-Length: 3\r\nConnection: close\r\n\r\nOK\n")
        );
        await stream.FlushAsync();
    }

    private static async Task Mute(Socket connection)
    {
        var buffer = new byte[4096];
        while (await connection.ReceiveAsync(buffer) > 0)
        {
            // Never a byte back.
        }
    }

    private static async Task Closes(Socket connection)
    {
        await connection.ReceiveAsync(new byte[4096]);
        connection.Shutdown(SocketShutdown.Both);
    }

    private static async Task Resets(Socket connection)
    {
        await connection.ReceiveAsync(new byte[1]);
        connection.LingerState = new LingerOption(true, 0);
    }
}
