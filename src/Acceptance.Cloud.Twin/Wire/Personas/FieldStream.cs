using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>The personas' wire: fields that end in a NUL from the persona, lines and bytes to it.</summary>
internal sealed class FieldStream(ConnectionContext connection)
{
    private readonly PipeReader _in = connection.Transport.Input;
    private readonly PipeWriter _out = connection.Transport.Output;

    public CancellationToken Closed => connection.ConnectionClosed;

    /// <summary>The next field; null when the persona has gone.</summary>
    public async Task<string?> Next()
    {
        while (true)
        {
            var read = await _in.ReadAsync();
            if (read.Buffer.PositionOf((byte)0) is { } end)
            {
                var field = Encoding.UTF8.GetString(read.Buffer.Slice(0, end));
                _in.AdvanceTo(read.Buffer.GetPosition(1, end));
                return field;
            }

            _in.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted || read.IsCanceled)
                return null;
        }
    }

    public async Task<IReadOnlyList<string>> List()
    {
        var count = int.Parse(await Next() ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var fields = new string[count];
        for (var i = 0; i < count; i++)
            fields[i] = await Next() ?? "";
        return fields;
    }

    public async Task<byte[]> Rest()
    {
        var all = new MemoryStream();
        await _in.CopyToAsync(all);
        return all.ToArray();
    }

    public Task Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public async Task Send(byte[] bytes) => await _out.WriteAsync(bytes);

    /// <summary>Completes when the persona has gone.</summary>
    public async Task UntilGone()
    {
        while (await Next() is not null)
        {
            // What a persona says after its call is of no interest: only its end is.
        }
    }
}
