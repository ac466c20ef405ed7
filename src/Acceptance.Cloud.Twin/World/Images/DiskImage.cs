using System.Buffers.Binary;
using System.Text;

namespace Acceptance.Cloud.Twin.World.Images;

/// <summary>Disk images that are large only in name: a qcow2 header and a few bytes that depend on the name.</summary>
internal static class DiskImage
{
    private const uint QcowMagic = 0x514649fb;

    /// <summary>
    /// A version-3 qcow2 header of that virtual size, padded with text that makes each image its own.
    /// </summary>
    public static byte[] Qcow2(string name, long virtualSize)
    {
        var data = new byte[65536];
        BinaryPrimitives.WriteUInt32BigEndian(data, QcowMagic);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), 3);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(20), 16);
        BinaryPrimitives.WriteInt64BigEndian(data.AsSpan(24), virtualSize);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(100), 104);
        Encoding.UTF8.GetBytes(name, data.AsSpan(4096));
        return data;
    }

    /// <summary>The virtual size a qcow2 header names, in bytes; null when the data is no qcow2.</summary>
    public static long? VirtualSize(byte[] data) =>
        data.Length >= 32 && BinaryPrimitives.ReadUInt32BigEndian(data) == QcowMagic
            ? BinaryPrimitives.ReadInt64BigEndian(data.AsSpan(24))
            : null;

    /// <summary>What image conversion makes of it: raw bytes of the same content.</summary>
    public static byte[] ToRaw(byte[] data) =>
        VirtualSize(data) is null ? data : [.. "raw of "u8, .. data.AsSpan(4096, Math.Min(256, data.Length - 4096))];
}
