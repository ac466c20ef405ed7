using System.Buffers.Binary;
using System.Net;

namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Arithmetic on addresses: the next free one of a pool, the one that a MAC gives.</summary>
internal static class AddressBook
{
    public static uint Number(string address) =>
        BinaryPrimitives.ReadUInt32BigEndian(IPAddress.Parse(address).GetAddressBytes());

    public static string Text(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes).ToString();
    }

    public static string After(string address) => Text(Number(address) + 1);

    /// <summary>The first address of start..end that is not taken; null when the pool is empty.</summary>
    public static string? FirstFree(string start, string end, IReadOnlySet<string> taken)
    {
        for (var number = Number(start); number <= Number(end); number++)
            if (!taken.Contains(Text(number)))
                return Text(number);
        return null;
    }

    /// <summary>First and last host address of an IPv4 network.</summary>
    public static (string First, string Last) Hosts(string cidr)
    {
        var network = IPNetwork.Parse(cidr);
        var first = Number(network.BaseAddress.ToString());
        return (Text(first + 1), Text(first + (uint)((1L << (32 - network.PrefixLength)) - 2)));
    }

    /// <summary>The slaac address of a MAC in an IPv6 /64 (EUI-64).</summary>
    public static string Slaac(string cidr, string mac)
    {
        var bytes = IPNetwork.Parse(cidr).BaseAddress.GetAddressBytes();
        var parts = mac.Split(':').Select(part => Convert.ToByte(part, 16)).ToArray();
        byte[] host = [(byte)(parts[0] ^ 2), parts[1], parts[2], 0xff, 0xfe, parts[3], parts[4], parts[5]];
        host.CopyTo(bytes, 8);
        return new IPAddress(bytes).ToString();
    }

    public static bool Overlap(string one, string other)
    {
        var a = IPNetwork.Parse(one);
        var b = IPNetwork.Parse(other);
        return a.BaseAddress.AddressFamily == b.BaseAddress.AddressFamily
            && (a.Contains(b.BaseAddress) || b.Contains(a.BaseAddress));
    }
}
