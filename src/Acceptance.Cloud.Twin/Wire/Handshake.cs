using System.Collections.Immutable;
using System.Net.Sockets;
using System.Text;
using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>What happens to a connection before TLS begins.</summary>
internal static class Handshake
{
    // The first byte of every TLS record that opens a handshake.
    private const byte TlsHandshake = 0x16;

    /// <summary>A rule struck, and the connection is over.</summary>
    public static async Task<bool> Struck(ConnectionContext connection, ImmutableList<EndpointRule> rules, string role)
    {
        if (rules.Find(rule => rule.InHandshake && rule.Meets(role, rule.PathPrefix)) is not { } rule)
            return false;
        rule.Fired++;
        // The client speaks first: what it says is taken, and then it depends.
        var read = await connection.Transport.Input.ReadAsync(connection.ConnectionClosed);
        connection.Transport.Input.AdvanceTo(read.Buffer.End);
        if (rule.How == Misbehaviour.HandshakeHang)
            await WallClock.Pass(Timeout.InfiniteTimeSpan, connection.ConnectionClosed);
        if (
            rule.How == Misbehaviour.HandshakeReset
            && connection.Features.Get<IConnectionSocketFeature>() is { } socket
        )
        {
            socket.Socket.LingerState = new LingerOption(true, 0);
            socket.Socket.Close();
        }

        return true;
    }

    /// <summary>Plain HTTP at a TLS port is answered in plain HTTP, and ended.</summary>
    public static async Task<bool> IsPlain(ConnectionContext connection)
    {
        var read = await connection.Transport.Input.ReadAsync(connection.ConnectionClosed);
        var first = read.Buffer.IsEmpty ? TlsHandshake : read.Buffer.FirstSpan[0];
        connection.Transport.Input.AdvanceTo(
            read.Buffer.Start,
            first == TlsHandshake ? read.Buffer.Start : read.Buffer.End
        );
        if (first == TlsHandshake)
            return false;
        await connection.Transport.Output.WriteAsync(
            Encoding.ASCII.GetBytes("HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n")
        );
        return true;
    }
}
