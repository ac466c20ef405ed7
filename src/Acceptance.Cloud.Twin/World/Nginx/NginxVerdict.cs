namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>What a test of a configuration found: what nginx warns of, whether it could read it all, and what it refuses (null: nothing).</summary>
public sealed record NginxVerdict(IReadOnlyList<string> Warnings, bool Readable, string? Refused)
{
    private NginxParser? _parser;

    /// <summary>The files in the order in which they were read.</summary>
    public IReadOnlyList<(string Path, string Text)> Files => _parser?.Files ?? [];

    /// <summary>Reads a configuration and tries what it needs.</summary>
    /// <param name="file">The configuration's path.</param>
    /// <param name="told">The directives of -g.</param>
    /// <param name="around">The host.</param>
    /// <param name="build">The release.</param>
    public static NginxVerdict Of(string file, string? told, NginxSurroundings around, NginxBuild build)
    {
        var parser = new NginxParser(around, build);
        try
        {
            if (told is not null)
                parser.CommandLine(told);
            parser.Parse(file);
        }
        catch (NginxRefusedException refused)
        {
            return new NginxVerdict(parser.Warnings, false, refused.Message) { _parser = parser };
        }

        return new NginxVerdict(parser.Warnings, true, Unfit(parser)) { _parser = parser };
    }

    /// <summary>What is wrong although every line can be read: the process id's file, logs, zones, addresses.</summary>
    private static string? Unfit(NginxParser parser)
    {
        if (!parser.Main.Has("events"))
            return "no \"events\" section in configuration";
        var pid = parser.Main.Value("pid") is { } given ? parser.UnderPrefix(given) : "/run/nginx.pid";
        if (!parser.Around.IsRoot && pid.StartsWith("/run/", StringComparison.Ordinal))
            return $"open() \"{pid}\" failed (13: Permission denied)";
        if (NoFolder(parser, pid))
            return Missing(pid);
        var logs =
            parser.Http is { } http && !http.Has("access_log")
                ? parser.Logs.Append("/var/log/nginx/access.log")
                : parser.Logs;
        if (logs.FirstOrDefault(log => NoFolder(parser, log)) is { } log)
            return Missing(log);
        if (
            !parser.Around.IsRoot
            && logs.FirstOrDefault(log => log.StartsWith("/var/log/", StringComparison.Ordinal)) is { } closed
        )
            return $"open() \"{closed}\" failed (13: Permission denied)";
        if (parser.WantedZones.Find(zone => !parser.Zones.Contains(zone)) is { } zone)
            return $"zero size shared memory zone \"{zone}\"";
        return Addresses(parser)
            .Select(address => Bind(parser, address))
            .FirstOrDefault(refused => refused is not null);
    }

    private static bool NoFolder(NginxParser parser, string file) =>
        !parser.Around.HasFolder(file[..Math.Max(1, file.LastIndexOf('/'))]);

    private static string Missing(string file) => $"open() \"{file}\" failed (2: No such file or directory)";

    private static IEnumerable<string> Addresses(NginxParser parser) =>
        parser.Http?.Inside(NginxContext.Server).SelectMany(server => NginxWhole.Addresses(parser, server)).Distinct()
        ?? [];

    /// <summary>A port that somebody else holds is no matter of the test (captures nginx-reload-port-taken-t).</summary>
    private static string? Bind(NginxParser parser, string address)
    {
        if (NginxListens.EndPoint(address) is not var (host, port))
            return null;
        if (!parser.Around.IsOwn(host))
            return $"bind() to {address} failed (99: Cannot assign requested address)";
        return port < 1024 && !parser.Around.IsRoot ? $"bind() to {address} failed (13: Permission denied)" : null;
    }
}
