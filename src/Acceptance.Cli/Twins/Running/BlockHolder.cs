using System.Globalization;

namespace Acceptance.Cli.Twins.Running;

/// <summary>Who listens on an address block's control address.</summary>
internal static class BlockHolder
{
    private const string Listens = "0A";

    /// <summary>"127.12 is held by process 4711 (dotnet acceptance.dll twin serve)".</summary>
    public static string Of(int block)
    {
        var held = $"127.{block} is held by";
        if (Inode(block) is not { } inode)
            return $"{held} a process that has just ended";
        var socket = $"socket:[{inode}]";
        foreach (
            var folder in Directory
                .EnumerateDirectories("/proc")
                .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        )
        {
            if (Holds(folder, socket))
                return $"{held} process {Path.GetFileName(folder)} ({CommandLine(folder)})";
        }

        return $"{held} a process of another user";
    }

    private static string? Inode(int block)
    {
        // The kernel writes the address as one number in the machine's order, its last octet first, and its port in
        // hexadecimal.
        var address = string.Create(CultureInfo.InvariantCulture, $"0200{block:X2}7F:{7077:X4}");
        foreach (
            var fields in File.ReadLines("/proc/net/tcp")
                .Skip(1)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        )
        {
            if (fields[1] == address && fields[3] == Listens)
                return fields[9];
        }

        return null;
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
