namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>What shows only at the end of http, in the order in which nginx comes to it: names, certificates, locations, variables, server names.</summary>
internal static class NginxWhole
{
    private const long Page = 4096;

    public static void Check(NginxParser parser, NginxBlock http, string end)
    {
        NginxUpstreams.LookUp(parser, http);
        List<NginxBlock> servers = [.. http.Inside(NginxContext.Server)];
        foreach (var server in servers)
            NginxSecurity.Server(parser, server);
        foreach (
            var block in servers
                .SelectMany(server => server.Within)
                .Where(block => block.Context is not NginxContext.Entries)
        )
        {
            Buffers(block, end);
            NginxSecurity.Passing(parser, block);
            Cached(block, end);
        }

        foreach (var server in servers)
            NginxLocations.NoneTwice(server);
        foreach (var server in servers)
            NginxSecurity.Listening(server);
        if (parser.Named.Find(name => !NginxVariables.IsKnown(parser, name)) is { } unknown)
            throw new NginxRefusedException($"unknown \"{unknown}\" variable");
        Names(parser, servers);
    }

    /// <summary>Where a server listens; without a word at :80, or :8000 for who is not root.</summary>
    public static IEnumerable<string> Addresses(NginxParser parser, NginxBlock server) =>
        server.Has("listen")
            ? server.All("listen").Select(NginxListens.Of)
            : [parser.Around.IsRoot ? "0.0.0.0:80" : "0.0.0.0:8000"];

    private static void Names(NginxParser parser, List<NginxBlock> servers)
    {
        foreach (var address in servers.SelectMany(server => Addresses(parser, server)).Distinct().ToList())
        {
            HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
            foreach (var server in servers.Where(server => Addresses(parser, server).Contains(address)))
            {
                var names = server
                    .All("server_name")
                    .SelectMany(statement => statement.Words.Skip(1))
                    .DefaultIfEmpty("");
                foreach (var name in names.Where(name => !name.StartsWith('~') && !seen.Add(name)))
                    parser.Warn($"conflicting server name \"{name}\" on {address}, ignored");
            }
        }
    }

    private static void Buffers(NginxBlock block, string end)
    {
        foreach (var by in (string[])["proxy", "fastcgi", "uwsgi", "scgi"])
        {
            if (!block.Has($"{by}_buffers") && !block.Has($"{by}_buffer_size") && !block.Has($"{by}_busy_buffers_size"))
                continue;
            var buffers = block.Inherited($"{by}_buffers") is { Count: > 0 } found ? found[^1] : null;
            var number = long.Parse(buffers?.Words[1] ?? "8", System.Globalization.CultureInfo.InvariantCulture);
            var size = buffers is null ? Page : NginxValues.Bytes(buffers.Words[2])!.Value;
            var first = block.Value($"{by}_buffer_size") is { } given ? NginxValues.Bytes(given)!.Value : Page;
            if (number < 2)
                throw new NginxRefusedException($"there must be at least 2 \"{by}_buffers\" in {end}");
            var largest = Math.Max(size, first);
            var busy = block.Value($"{by}_busy_buffers_size") is { } told
                ? NginxValues.Bytes(told)!.Value
                : 2 * largest;
            if (busy < largest)
                throw new NginxRefusedException(
                    $"\"{by}_busy_buffers_size\" must be equal to or greater than the maximum of the value of \"{by}_buffer_size\" and one of the \"{by}_buffers\" in {end}"
                );
            if (busy > (number - 1) * size)
                throw new NginxRefusedException(
                    $"\"{by}_busy_buffers_size\" must be less than the size of all \"{by}_buffers\" minus one buffer in {end}"
                );
        }
    }

    /// <summary>A cache that no path makes (the twin judges no cache path).</summary>
    private static void Cached(NginxBlock block, string end)
    {
        foreach (var by in (string[])["proxy", "fastcgi", "uwsgi", "scgi"])
        {
            if (
                block
                    .All($"{by}_cache")
                    .Select(statement => statement.Words[1])
                    .FirstOrDefault(zone => zone != "off" && !zone.Contains('$', StringComparison.Ordinal)) is
                { } zone
            )
                throw new NginxRefusedException($"\"{by}_cache\" zone \"{zone}\" is unknown in {end}");
        }
    }
}
