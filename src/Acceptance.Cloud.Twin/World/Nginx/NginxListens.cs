using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>listen: addresses, ports, options, and what two servers may not both say of one.</summary>
internal static partial class NginxListens
{
    /// <summary>Where a listen statement listens.</summary>
    public static string Of(NginxStatement statement) =>
        Parse(statement.Words[1]) is var (host, port, _)
            ? host.StartsWith("unix:", StringComparison.Ordinal)
                ? host
                : $"{host}:{port}"
            : "";

    public static (string Host, int Port)? EndPoint(string address) =>
        address.LastIndexOf(':') is > 0 and var colon
        && int.TryParse(address[(colon + 1)..], CultureInfo.InvariantCulture, out var port)
            ? (address[..colon], port)
            : null;

    public static void Check(NginxParser parser, NginxBlock server, NginxStatement statement)
    {
        var written = statement.Words[1];
        var (host, _, wrong) = Parse(written);
        if (wrong is not null)
            throw NginxParser.Refuse(statement, $"{wrong} in \"{written}\" of the \"listen\" directive");
        if (
            !host.StartsWith("unix:", StringComparison.Ordinal)
            && !host.StartsWith('[')
            && !IPAddress.TryParse(host, out _)
        )
        {
            if (!parser.Around.Resolves(host))
                throw NginxParser.Refuse(statement, $"host not found in \"{written}\" of the \"listen\" directive");
            throw new NginxUnjudgedException($"listen {written}, a name, of nginx");
        }

        foreach (var option in statement.Words.Skip(2).Where(option => !Option().IsMatch(option)))
            throw NginxParser.Refuse(statement, $"invalid parameter \"{option}\"");
        Others(parser, server, statement);
    }

    private static void Others(NginxParser parser, NginxBlock server, NginxStatement statement)
    {
        var address = Of(statement);
        if (server.All("listen").Any(other => Of(other) == address))
            throw NginxParser.Refuse(statement, $"a duplicate listen {address}");
        var others = server
            .Parent!.Inside(NginxContext.Server)
            .SelectMany(other => other.All("listen"))
            .Where(other => Of(other) == address)
            .ToList();
        if (Sets(statement) && others.Exists(Sets))
            throw NginxParser.Refuse(statement, $"duplicate listen options for {address}");
        if (IsDefault(statement) && others.Exists(IsDefault))
            throw NginxParser.Refuse(statement, $"a duplicate default server for {address}");
    }

    private static bool IsDefault(NginxStatement statement) =>
        statement.Words.Skip(2).Any(option => option is "default_server" or "default");

    /// <summary>An option of the socket, which one server only may set.</summary>
    private static bool Sets(NginxStatement statement) =>
        statement
            .Words.Skip(2)
            .Any(option =>
                option is not ("default_server" or "default" or "ssl" or "http2" or "spdy" or "proxy_protocol")
            );

    private static (string Host, int Port, string? Wrong) Parse(string written)
    {
        if (written.StartsWith("unix:", StringComparison.Ordinal))
            return (written, 0, null);
        if (written.All(char.IsAsciiDigit))
            return Port("0.0.0.0", written);
        var bracket = written.LastIndexOf(']');
        var colon = written.IndexOf(':', Math.Max(0, bracket));
        var host = colon < 0 ? written : written[..colon];
        return Port(host is "*" ? "0.0.0.0" : host, colon < 0 ? "80" : written[(colon + 1)..]);
    }

    private static (string Host, int Port, string? Wrong) Port(string host, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? (host, port, host.Length == 0 ? "no host" : null)
            : (host, 0, "invalid port");

    [GeneratedRegex(
        @"^(?:default_server|default|bind|deferred|ssl|http2|proxy_protocol|reuseport|ipv6only=(?:on|off)|backlog=[1-9]\d*|rcvbuf=\d+[kKmM]?|sndbuf=\d+[kKmM]?|fastopen=\d+|so_keepalive=(?:on|off|[\w:]+))$"
    )]
    private static partial Regex Option();
}
