using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Acceptance.Cloud.Live.Shell;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>
/// Makes HTTP clients: no proxy of the user's, no cookies, no redirects followed, TLS verified, and a name of ours.
/// </summary>
internal sealed class Connections(Deadlines deadlines, string run)
{
    public HttpClient Client(Trust trust, string? connectTo = null)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = deadlines.Connect,
            SslOptions = trust.Tls(),
        };
        if (connectTo is not null)
            handler.ConnectCallback = (_, cancel) => Connect(connectTo, cancel);
        var client = Deadline.Client(handler);
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("acceptance", "1.0"));
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue($"(run {run})"));
        return client;
    }

    private static async ValueTask<Stream> Connect(string to, CancellationToken cancel)
    {
        var colon = to.LastIndexOf(':');
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(
                to[..colon].Trim('[', ']'),
                int.Parse(to[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture),
                cancel
            );
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
