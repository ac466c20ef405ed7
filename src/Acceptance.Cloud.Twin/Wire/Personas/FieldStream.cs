using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>
/// The personas' wire: fields that end in a NUL from the persona, lines and bytes to it. What comes is bounded before
/// room is made for it.
/// </summary>
internal sealed class FieldStream(ConnectionContext connection)
{
    /// <summary>The longest word by which a persona makes itself known.</summary>
    private const int LongestWord = 128;

    /// <summary>Linux hands a program 2 MiB of words at most; a file that a persona reads may have more.</summary>
    private const int LongestField = 4 << 20;

    private const int MostFields = 8192;

    /// <summary>Standard input, or what a script printed.</summary>
    private const int LongestStream = 64 << 20;

    private readonly PipeReader _in = connection.Transport.Input;
    private readonly PipeWriter _out = connection.Transport.Output;
    private long _left = 2L * LongestField;

    public CancellationToken Closed => connection.ConnectionClosed;

    /// <summary>Whose the other end is; null when it is gone.</summary>
    public ConnectedPeer? Peer { get; } = ConnectedPeer.Of(connection.RemoteEndPoint, connection.LocalEndPoint);

    /// <summary>The first field, of who is not known yet.</summary>
    public Task<string?> Word() => Next(LongestWord);

    /// <summary>The next field; null when the persona has gone.</summary>
    /// <exception cref="WireBoundException">It is longer than any program's words can be.</exception>
    public Task<string?> Next() => Next(LongestField);

    public async Task<IReadOnlyList<string>> List()
    {
        var told = await Next() ?? "0";
        if (!int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MostFields)
            throw new WireBoundException(
                $"the persona wire: found a list of '{Shown(told)}' fields; allowed: 0 to {MostFields}"
            );
        var fields = new List<string>();
        while (fields.Count < count)
            fields.Add(await Next() ?? "");
        return fields;
    }

    public async Task<byte[]> Rest()
    {
        using var all = new MemoryStream();
        while (true)
        {
            var read = await _in.ReadAsync();
            foreach (var part in read.Buffer)
                all.Write(part.Span);
            _in.AdvanceTo(read.Buffer.End);
            if (all.Length > LongestStream)
                throw new WireBoundException(
                    $"the persona wire: found more than {LongestStream >> 20} MiB of a stream"
                );
            if (read.IsCompleted || read.IsCanceled)
                return all.ToArray();
        }
    }

    public Task Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public async Task Send(byte[] bytes) => await _out.WriteAsync(bytes);

    private async Task<string?> Next(int longest)
    {
        while (true)
        {
            var read = await _in.ReadAsync();
            var end = read.Buffer.PositionOf((byte)0);
            var length = end is { } at ? read.Buffer.Slice(0, at).Length : read.Buffer.Length;
            if (length > Math.Min(longest, _left))
                throw new WireBoundException($"the persona wire: found a field of more than {longest} bytes");
            if (end is { } found)
            {
                var field = Encoding.UTF8.GetString(read.Buffer.Slice(0, found));
                _left -= length;
                _in.AdvanceTo(read.Buffer.GetPosition(1, found));
                return field;
            }

            _in.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted || read.IsCanceled)
                return null;
        }
    }

    private static string Shown(string told) => told.Length > 20 ? told[..20] + "..." : told;
}
