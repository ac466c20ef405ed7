using System.Globalization;

namespace Acceptance.Runs.Tests.Strangers;

/// <summary>A process of ours and all that it started, as the kernel shows them.</summary>
internal sealed record Living(int Id)
{
    /// <summary>It and what it started, and what these started.</summary>
    public IReadOnlyList<Living> Tree() => [this, .. Children().SelectMany(child => child.Tree())];

    public int Descriptors => Directory.GetFiles($"/proc/{Id}/fd").Length;

    /// <summary>Bytes of it that lie in memory.</summary>
    public long Resident =>
        long.Parse(
            File.ReadLines($"/proc/{Id}/status")
                .Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
                .Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) << 10;

    /// <summary>"ADDRESS PORT" of each port that it listens on.</summary>
    public IReadOnlyList<string> Ports()
    {
        var sockets = Directory
            .GetFiles($"/proc/{Id}/fd")
            .Select(file => new FileInfo(file).LinkTarget)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            // sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode
            .. File.ReadLines("/proc/net/tcp")
                .Skip(1)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields[3] == "0A" && sockets.Contains($"socket:[{fields[9]}]"))
                .Select(fields => Written(fields[1])),
        ];
    }

    private IEnumerable<Living> Children() =>
        Directory
            .GetDirectories($"/proc/{Id}/task")
            .SelectMany(thread => Text(Path.Combine(thread, "children")))
            .Select(id => new Living(int.Parse(id, CultureInfo.InvariantCulture)));

    private static string[] Text(string file)
    {
        try
        {
            return File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            // The thread, or the process, has ended meanwhile.
            return [];
        }
    }

    private static string Written(string address)
    {
        var (host, port) = (Hex(address[..8]), Hex(address[9..]));
        return $"{string.Join('.', BitConverter.GetBytes(host))} {port}";

        static uint Hex(string digits) => uint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
