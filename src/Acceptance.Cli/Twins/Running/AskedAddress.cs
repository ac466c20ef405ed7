using System.Buffers.Binary;
using System.Net;

namespace Acceptance.Cli.Twins.Running;

/// <summary>A struct sockaddr as a program hands it to the kernel.</summary>
internal static class AskedAddress
{
    public const int Longest = 128;

    private const int Inet = 2;
    private const int Inet6 = 10;
    private const int Packet = 17;

    /// <summary>Where it leads outside of this machine; null: it stays here (loopback, a socket file, the kernel itself).</summary>
    public static IPEndPoint? Outside(ReadOnlySpan<byte> address)
    {
        if (address.Length < 2) return null;
        switch (BitConverter.ToUInt16(address))
        {
            case Inet when address.Length >= 8:
                return Unless(new IPAddress(address.Slice(4, 4)), address);
            case Inet6 when address.Length >= 24:
                var six = new IPAddress(address.Slice(8, 16));
                return Unless(six.IsIPv4MappedToIPv6 ? six.MapToIPv4() : six, address);
            case Packet:
                return new IPEndPoint(IPAddress.Broadcast, 0);
            default:
                return null;
        }
    }

    private static IPEndPoint? Unless(IPAddress address, ReadOnlySpan<byte> bytes) =>
        IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? null : new IPEndPoint(address, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));
}
