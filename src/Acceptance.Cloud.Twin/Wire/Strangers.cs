using Microsoft.AspNetCore.Connections;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>
/// Other users of the machine: an API of a twin does not answer them, and takes in nothing of theirs. Its cloud is one
/// user's to rehearse on, and a request without an end, or without number, would be held by that user's process.
/// </summary>
internal static class Strangers
{
    public static bool MayEnter(ConnectionContext connection)
    {
        if (ConnectedPeer.Of(connection.RemoteEndPoint, connection.LocalEndPoint) is not { IsStranger: true })
            return true;
        connection.Abort();
        return false;
    }
}
