using System.Text;
using Microsoft.AspNetCore.Connections;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>
/// Other users of the machine: a twin does not answer them, and takes in nothing of theirs. Its cloud is one user's to
/// rehearse on, and a request without an end, or without number, would be held by that user's process.
/// </summary>
internal static class Strangers
{
    private const string Refusal = "This is of the user who started the twin, and of no other.\n";

    private static readonly byte[] Refused = Encoding.ASCII.GetBytes(
        $"HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: {Refusal.Length}\r\n"
            + $"Connection: close\r\n\r\n{Refusal}"
    );

    public static bool IsOne(ConnectionContext connection) =>
        ConnectedPeer.Of(connection.RemoteEndPoint, connection.LocalEndPoint) is { IsStranger: true };

    /// <summary>Ends the connection, with the reason where it can be read.</summary>
    public static async Task TurnAway(ConnectionContext connection, WireService service)
    {
        if (!service.Tls && !service.Raw)
            await connection.Transport.Output.WriteAsync(Refused);
        await connection.Transport.Output.CompleteAsync();
    }
}
