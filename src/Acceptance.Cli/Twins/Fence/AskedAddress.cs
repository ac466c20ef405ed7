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

    // Names of users and of hosts, and the log: what every program asks.
    private static readonly string[] Harmless =
    [
        "/run/nscd/",
        "/run/systemd/resolve/",
        "/run/systemd/userdb/",
        "/run/systemd/journal/",
    ];

    /// <summary>What is forbidden about it; null: loopback, a socket file of one's own, the kernel itself.</summary>
    /// <param name="own">Folders whose socket files are the command's own.</param>
    public static ForbiddenReach? Forbidden(ReadOnlySpan<byte> address, IReadOnlyList<string> own)
    {
        if (address.Length < 2)
            return null;
        switch (BitConverter.ToUInt16(address))
        {
            case Unix:
                var end = address[2..].IndexOf((byte)0);
                return SocketFile(Encoding.UTF8.GetString(end < 0 ? address[2..] : address.Slice(2, end)), own);
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
    /// systemd, D-Bus, libvirt, containers: their sockets are where the system's services have theirs.
    /// </summary>
    private static ForbiddenReach? SocketFile(string path, IReadOnlyList<string> own)
    {
        var place = path.StartsWith("/var/run/", StringComparison.Ordinal) ? path[4..] : path;
        var ofSystem =
            place.StartsWith("/run/", StringComparison.Ordinal) || place.StartsWith("/var/", StringComparison.Ordinal);
        var free =
            !ofSystem
            || Array.Exists(Harmless, name => place.StartsWith(name, StringComparison.Ordinal))
            || own.Any(folder => path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal));
        return free ? null : ForbiddenReach.Service(path);
    }
}
