using System.Globalization;
using System.Net;

namespace Acceptance.Cli.Twins.Running;

/// <summary>Who listens on an address of a block, as the kernel's own table says.</summary>
internal static class BlockHolder
{
    private const string Listens = "0A";
    private const int ControlPort = 7077;

    /// <summary>
    /// "127.12 is held by process 4711 (dotnet acceptance.dll twin serve)"; of a program that is no twin the address
    /// too, for that is where it is found.
    /// </summary>
    public static string Of(int block)
    {
        var held = $"127.{block} is held by";
        if (Listeners(block).FirstOrDefault() is not { Inode: { } inode } first)
            return $"{held} a process that has just ended";
        return $"{held} {Holder($"socket:[{inode}]")}"
            + (first.IsTwin ? "" : $", which listens on {first.Address}:{first.Port}");
    }

    private static string Holder(string socket)
    {
        foreach (
            var folder in Directory
                .EnumerateDirectories("/proc")
                .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        )
        {
            if (Holds(folder, socket))
                return $"process {Path.GetFileName(folder)} ({CommandLine(folder)})";
        }

        return "a process of another user";
    }

    /// <summary>A twin's control address first; then who has its port everywhere, and any address.</summary>
    private static IEnumerable<Listener> Listeners(int block) =>
        File.ReadLines("/proc/net/tcp")
            .Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listens)
            .Select(Listener.Read)
            .Where(one => one.IsIn(block) || one.IsBeforeEveryTwin)
            .OrderBy(one =>
                one.IsTwin ? 0
                : one.IsIn(block) ? 1
                : 2
            );

    private sealed record Listener(IPAddress Address, int Port, string Inode)
    {
        // The control port is that of a twin's own address, the last octets of which are 0.2.
        public bool IsTwin => Port == ControlPort && Address.GetAddressBytes() is [127, _, 0, 2];

        public bool IsBeforeEveryTwin => Port == ControlPort && Address.Equals(IPAddress.Any);

        public bool IsIn(int block) => Address.GetAddressBytes() is [127, var second, _, _] && second == block;

        // The kernel writes the address as one number in the machine's order, its last octet first, and its port in
        // hexadecimal.
        public static Listener Read(string[] fields)
        {
            var number = uint.Parse(fields[1][..8], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var port = int.Parse(fields[1][9..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return new(new IPAddress(BitConverter.GetBytes(number)), port, fields[9]);
        }
    }

    private static bool Holds(string process, string socket)
    {
        try
        {
            return Directory.EnumerateFiles($"{process}/fd").Any(file => new FileInfo(file).LinkTarget == socket);
        }
        catch (Exception shut) when (shut is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string CommandLine(string process)
    {
        try
        {
            var words = File.ReadAllText($"{process}/cmdline")
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.StartsWith('/') ? Path.GetFileName(word) : word);
            var line = string.Join(' ', words);
            return line.Length > 80 ? line[..77] + "..." : line;
        }
        catch (IOException)
        {
            return "just ended";
        }
    }
}
