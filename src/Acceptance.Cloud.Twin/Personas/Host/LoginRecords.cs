using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Acceptance.Cloud.Twin.Personas.Host;

/// <summary>A utmp file, as who reads it: records of 384 bytes (utmp(5)).</summary>
internal static class LoginRecords
{
    private const int Length = 384;
    private const int BootTime = 2;
    private const int UserProcess = 7;

    /// <summary>The line of the boot; empty when there is no record of it (a container, where no init wrote one).</summary>
    public static string Boot(byte[] file) =>
        string.Concat(All(file).Where(record => record.Type == BootTime).TakeLast(1).Select(record => Boot(record.At)));

    public static string Boot(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"         system boot  {at.UtcDateTime:yyyy-MM-dd HH:mm}\n");

    public static string Users(byte[] file) =>
        string.Concat(
            All(file)
                .Where(record => record.Type == UserProcess)
                .Select(record =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{record.User, -8} {record.Line, -12} {record.At.UtcDateTime:yyyy-MM-dd HH:mm}{(record.Host.Length > 0 ? $" ({record.Host})" : "")}\n"
                    )
                )
        );

    private static IEnumerable<(int Type, string Line, string User, string Host, DateTimeOffset At)> All(byte[] file)
    {
        for (var at = 0; at + Length <= file.Length; at += Length)
        {
            var record = file.AsSpan(at, Length);
            yield return (
                BinaryPrimitives.ReadInt16LittleEndian(record),
                Text(record[8..40]),
                Text(record[44..76]),
                Text(record[76..332]),
                DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt32LittleEndian(record[340..]))
            );
        }
    }

    private static string Text(ReadOnlySpan<byte> field) => Encoding.ASCII.GetString(field).TrimEnd('\0');
}
