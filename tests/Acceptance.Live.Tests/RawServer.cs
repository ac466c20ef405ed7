using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Acceptance.Live.Tests;

/// <summary>Answers each connection with the same bytes and closes it: what no well-behaved server sends.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _bytes;

    public RawServer(string bytes)
    {
        _bytes = bytes;
        _listener.Start();
        _ = Serve();
    }

    public Uri At => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                // The request is read first: a close with unread bytes would be a reset.
                await stream.ReadAtLeastAsync(new byte[8192], 1);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(_bytes));
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
