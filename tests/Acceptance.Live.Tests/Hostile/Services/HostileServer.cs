using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Acceptance.Live.Tests.Hostile.Services;

/// <summary>Answers what no well-behaved server does, and counts what it could send.</summary>
internal sealed class HostileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string?> _first;
    private readonly Func<HostileExchange, Task> _answer;
    private readonly AnswerShape _shape;
    private readonly Uri _elsewhere;
    private readonly SteppedClock _clock;
    private long _sent;

    /// <param name="first">The good answer to a request that comes by a token; null: it meets the hostility.</param>
    public HostileServer(
        Func<HostileExchange, Task> answer,
        AnswerShape shape,
        SteppedClock clock,
        Uri elsewhere,
        Func<Uri, string, string?> first
    )
    {
        (_answer, _shape, _clock, _elsewhere) = (answer, shape, clock, elsewhere);
        _listener.Start();
        At = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _first = request => first(At, request);
        _ = Serve();
    }

    public Uri At { get; }

    /// <summary>Head and body of each request that met the hostility.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Bytes that it could send: what was read, and what the system still holds for the reader.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var ending = client;
        client.SendBufferSize = 64 << 10;
        try
        {
            while (await Read(client.GetStream()) is { } request)
            {
                if (_first(request) is { } well)
                {
                    await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(well));
                    continue;
                }

                await _answer(Exchange(request, client.GetStream()));
                client.Client.Shutdown(SocketShutdown.Send);
                return;
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            // The client has heard enough.
        }
    }

    private HostileExchange Exchange(string request, NetworkStream stream)
    {
        int number;
        lock (Requests)
        {
            Requests.Add(request);
            number = Requests.Count;
        }

        return new(request, number, _shape, _clock, At, _elsewhere, Counted);

        async Task Counted(ReadOnlyMemory<byte> bytes)
        {
            await stream.WriteAsync(bytes);
            Interlocked.Add(ref _sent, bytes.Length);
        }
    }

    /// <summary>A request to the end of its body; null where the client sends none any more.</summary>
    private static async Task<string?> Read(NetworkStream stream)
    {
        var read = new StringBuilder();
        var piece = new byte[16 << 10];
        int count;
        while ((count = await stream.ReadAsync(piece)) > 0)
        {
            read.Append(Encoding.UTF8.GetString(piece, 0, count));
            var text = read.ToString();
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && text.Length - head - 4 >= Length(text[..head]))
                return text;
        }

        return null;
    }

    private static int Length(string head) =>
        head.Split("\r\n")
            .Where(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))
            .SingleOrDefault();
}
