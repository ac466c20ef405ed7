using System.Net;
using System.Net.Sockets;

namespace Acceptance.Cloud.Twin;

/// <summary>Which loopback block is free: its control address can be listened at (two may bind it at once).</summary>
internal static class BlockClaim
{
    public static bool IsFree(int block) => IsFree(block, () => { });

    /// <summary>As it is held for a moment, something is done that nobody's twin may be disturbed by.</summary>
    public static bool IsFree(int block, Action meanwhile)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Parse($"127.{block}.{TwinAddresses.Own}"), TwinAddresses.ControlPort));
            probe.Listen();
            meanwhile();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
