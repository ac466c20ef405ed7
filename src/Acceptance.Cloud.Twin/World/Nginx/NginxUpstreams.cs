using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>upstream, its servers, and what passes to one: addresses, ports, names that have no address.</summary>
internal static partial class NginxUpstreams
{
    public static void Named(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (block.All("upstream").Any(other => other.Words[1] == statement.Words[1]))
            throw NginxParser.Refuse(statement, $"duplicate upstream \"{statement.Words[1]}\"");
    }

    public static void Server(NginxParser parser, NginxBlock upstream, NginxStatement statement)
    {
        foreach (var option in statement.Words.Skip(2).Where(option => !Option().IsMatch(option)))
            throw NginxParser.Refuse(statement, $"invalid parameter \"{option}\"");
        if (
            statement.Words.Contains("backup")
            && (upstream.Has("ip_hash") || upstream.Has("hash") || upstream.Has("random"))
        )
            throw NginxParser.Refuse(statement, "balancing method does not support parameter \"backup\"");
        var address = statement.Words[1];
        if (address.StartsWith("unix:", StringComparison.Ordinal))
            return;
        if (address.Contains('/', StringComparison.Ordinal))
            throw NginxParser.Refuse(statement, $"invalid host in upstream \"{address}\"");
        var (host, wrong) = Host(address);
        if (wrong is not null)
            throw NginxParser.Refuse(statement, $"{wrong} in upstream \"{address}\"");
        if (!Resolves(parser, host))
            throw NginxParser.Refuse(statement, $"host not found in upstream \"{address}\"");
    }

    /// <summary>proxy_pass and grpc_pass.</summary>
    public static void Pass(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        var url = statement.Words[1];
        if (url.Contains('$', StringComparison.Ordinal))
        {
            NginxVariables.Use(parser, statement, url);
            return;
        }

        var scheme = Schemes(statement.Name)
            .FirstOrDefault(start => url.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        if (scheme is null && statement.Name == "proxy_pass")
            throw NginxParser.Refuse(statement, "invalid URL prefix");
        var rest = url[(scheme?.Length ?? 0)..];
        if (rest.StartsWith("unix:", StringComparison.Ordinal))
            return;
        var end = rest.IndexOfAny(['/', '?']);
        var (host, wrong) = Host(end < 0 ? rest : rest[..end]);
        if (wrong is not null)
            throw NginxParser.Refuse(statement, $"{wrong} in upstream \"{rest}\"");
        var isPattern =
            block.Context == NginxContext.Location
            && NginxLocations.Parts(block.Opened).Modifier is ("~" or "~*" or "@");
        if (
            end >= 0
            && statement.Name == "proxy_pass"
            && (isPattern || block.Context is NginxContext.LocationIf or NginxContext.LimitExcept)
        )
            throw NginxParser.Refuse(
                statement,
                "\"proxy_pass\" cannot have URI part in location given by regular expression, or inside named location, or inside \"if\" statement, or inside \"limit_except\" block"
            );
        parser.Passes.Add((statement, host, (end < 0 ? rest : rest[..end])[host.Length..].TrimStart(':')));
    }

    public static void Redirect(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        var from = statement.Words[1];
        if (statement.Words.Count == 2)
        {
            if (from is not ("off" or "default"))
                throw NginxParser.Refuse(statement, $"invalid parameter \"{from}\"");
            if (from == "default" && !block.Has("proxy_pass"))
                throw NginxParser.Refuse(
                    statement,
                    "\"proxy_redirect default\" should be placed after the \"proxy_pass\" directive"
                );
            return;
        }

        if (from.StartsWith('~'))
            NginxPatterns.Compile(parser, statement, from.TrimStart('~').TrimStart('*'));
        else
            NginxVariables.Use(parser, statement, from);
        NginxVariables.Use(parser, statement, statement.Words[2]);
    }

    /// <summary>Names are looked up when the whole is known: one may be that of an upstream further down.</summary>
    public static void LookUp(NginxParser parser, NginxBlock http)
    {
        foreach (var (statement, host, port) in parser.Passes)
        {
            if (
                !http.All("upstream")
                    .Any(upstream => upstream.Words[1].Equals(host, StringComparison.OrdinalIgnoreCase))
            )
            {
                if (!Resolves(parser, host))
                    throw NginxParser.Refuse(statement, $"host not found in upstream \"{host}\"");
            }
            else if (port.Length > 0)
                throw NginxParser.Refuse(statement, $"upstream \"{host}\" may not have port {port}");
        }
    }

    /// <summary>A balancing method after another one, or after keepalive.</summary>
    public static void Method(NginxParser parser, NginxBlock upstream, NginxStatement statement)
    {
        if (
            upstream.Statements.Any(other =>
                other.Name is "ip_hash" or "least_conn" or "hash" or "random" or "keepalive"
            )
        )
            parser.Warn($"load balancing method redefined in {statement.Place}");
    }

    private static string[] Schemes(string name) =>
        name == "grpc_pass" ? ["grpc://", "grpcs://"] : ["http://", "https://"];

    private static bool Resolves(NginxParser parser, string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out _) || parser.Around.Resolves(host);

    private static (string Host, string? Wrong) Host(string address)
    {
        var colon = address.IndexOf(':', Math.Max(0, address.LastIndexOf(']')));
        var host = colon < 0 ? address : address[..colon];
        if (host.Length == 0)
            return (host, "no host");
        return
            colon < 0
            || (
                int.TryParse(address[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port is > 0 and < 65536
            )
            ? (host, null)
            : (host, "invalid port");
    }

    [GeneratedRegex(@"^(?:weight=[1-9]\d*|max_conns=\d+|max_fails=\d+|fail_timeout=[\dsmhd]+|backup|down)$")]
    private static partial Regex Option();
}
