using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>A struct sockaddr as a program hands it to the kernel.</summary>
internal static class AskedAddress
{
    public const int Longest = 128;

    private const int Unix = 1;
    private const int Inet = 2;
    private const int Inet6 = 10;
    private const int Packet = 17;
    private const int NameService = 53;

    /// <summary>What is forbidden about it; null: loopback, a socket of the command's own, the kernel itself.</summary>
    public static ForbiddenReach? Forbidden(ReadOnlySpan<byte> address, FencedWorld world, int process)
    {
        if (address.Length < 2)
            return null;
        switch (BitConverter.ToUInt16(address))
        {
            case Unix when address.Length > 2:
                return Socket(address[2..], world, process);
            case Unix:
                return null;
            case Inet when address.Length >= 8:
                return Unless(new IPAddress(address.Slice(4, 4)), address);
            case Inet6 when address.Length >= 24:
                var six = new IPAddress(address.Slice(8, 16));
                return Unless(six.IsIPv4MappedToIPv6 ? six.MapToIPv4() : six, address);
            case Packet:
                return ForbiddenReach.OtherMachine("the network itself", false);
            default:
                return null;
        }
    }

    private static ForbiddenReach? Unless(IPAddress address, ReadOnlySpan<byte> bytes)
    {
        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            return null;
        var port = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        return ForbiddenReach.OtherMachine(
            string.Create(CultureInfo.InvariantCulture, $"{address} port {port}"),
            port == NameService
        );
    }

    /// <summary>
    /// systemd, D-Bus, libvirt, containers, the user's own agents: by whatever path, or by a name without a file.
    /// </summary>
    private static ForbiddenReach? Socket(ReadOnlySpan<byte> named, FencedWorld world, int process)
    {
        if (named[0] == 0)
            return world.KernelHoldsNames
                ? null
                : ForbiddenReach.Service("@" + Encoding.UTF8.GetString(named[1..]).Replace('\0', '@'));
        var end = named.IndexOf((byte)0);
        var path = Encoding.UTF8.GetString(end < 0 ? named : named[..end]);
        return ResolvedPath.Of(process, ResolvedPath.Here, path) is { } place && world.MayConnect(place)
            ? null
            : ForbiddenReach.Service(path);
    }
}
