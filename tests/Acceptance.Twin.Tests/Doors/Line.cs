using System.Net;
using System.Net.Sockets;
using System.Text;
using Acceptance.Twin.Tests.Personas;

namespace Acceptance.Twin.Tests.Doors;

/// <summary>A line to a twin's persona wire, by hand.</summary>
internal sealed class Line : IDisposable
{
    private readonly TcpClient _client = new();

    public static async Task<Line> To(OperatorShell shell)
    {
        var line = new Line();
        await line._client.ConnectAsync(IPAddress.Parse($"127.{shell.Twin.Block}.0.2"), 7078);
        return line;
    }

    public Task Say(params string[] fields) =>
        _client
            .GetStream()
            .WriteAsync(Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => field + "\0"))))
            .AsTask();

    /// <summary>All that the twin says until it ends the line.</summary>
    public async Task<string> Rest()
    {
        try
        {
            return await new StreamReader(_client.GetStream()).ReadToEndAsync();
        }
        catch (IOException)
        {
            // It ended the line while something of ours was still on its way.
            return "";
        }
    }

    /// <summary>The next line that begins so.</summary>
    public async Task<string> Order(string begins)
    {
        var said = new List<byte>();
        var one = new byte[1];
        while (await _client.GetStream().ReadAsync(one) == 1)
        {
            if (one[0] != '\n')
                said.Add(one[0]);
            else if (
                Encoding.UTF8.GetString([.. said]) is var line
                && line.StartsWith(begins, StringComparison.Ordinal)
            )
                return line;
            else
                said.Clear();
        }

        throw new InvalidOperationException($"the twin ended the line without '{begins}'");
    }

    public void Dispose() => _client.Dispose();
}
