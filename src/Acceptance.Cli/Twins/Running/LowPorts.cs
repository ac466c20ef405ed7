using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin;

namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// Ports below 1024 where they cannot be bound: a text that names one at a twin's address is led to where it really
/// is.
/// </summary>
internal sealed partial class LowPorts(Twin twin)
{
    private static readonly Dictionary<string, int> OfScheme = new(StringComparer.Ordinal)
    {
        ["http"] = 80,
        ["https"] = 443,
    };

    public bool AreMoved => Actual(22) != 22;

    public (string Text, IReadOnlyList<TextChange> Changes) Rewrite(string text)
    {
        var changes = new List<TextChange>();
        if (!AreMoved)
            return (text, changes);
        text = Rewrite(text, DeviceFile(), match => $"{match.Groups["host"].Value}/{Actual(Port(match))}", changes);
        text = Rewrite(
            text,
            AddressAndPort(),
            match => $"{match.Groups["host"].Value}{match.Groups["between"].Value}{Actual(Port(match))}",
            changes
        );
        text = Rewrite(
            text,
            PlainUrl(),
            match => $"{match.Value}:{Actual(OfScheme[match.Groups["scheme"].Value])}",
            changes
        );
        foreach (Match curl in CurlByName().Matches(text))
            changes.Add(
                Change(text, curl.Index, curl.Value, $"{curl.Value} at {Actual(80)} or {Actual(443)}, by ~/.curlrc")
            );
        return (text, changes);
    }

    private static string Rewrite(string text, Regex pattern, Func<Match, string> becomes, List<TextChange> changes) =>
        pattern.Replace(
            text,
            match =>
            {
                var became = becomes(match);
                if (became != match.Value)
                    changes.Add(Change(text, match.Index, match.Value, became));
                return became;
            }
        );

    private static TextChange Change(string text, int index, string found, string became) =>
        new(
            text.AsSpan(0, index).Count('\n') + 1,
            found,
            became,
            "this user may not bind ports below 1024; literal after: sudo sysctl -w "
                + "net.ipv4.ip_unprivileged_port_start=22"
        );

    private int Actual(int port) => twin.PortOnLoopback(port);

    private static int Port(Match match) => int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<host>/dev/tcp/(?:127\.\d+\.\d+\.\d+|\$\w+|\$\{\w+\}|""\$\w+""))/(?<port>\d{1,3})(?!\d)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex DeviceFile();

    [GeneratedRegex(
        @"(?<host>(?<![\d.])127\.\d+\.\d+\.\d+)(?<between>:|[ \t]+(?=(?:22|80|443)\b))(?<port>\d{1,3})(?!\d)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex AddressAndPort();

    [GeneratedRegex(
        @"(?<scheme>https?)://127\.\d+\.\d+\.\d+(?![\d:.])",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex PlainUrl();

    [GeneratedRegex(
        @"(?<=\bcurl\b[^\n|;]*)https?://(?:\$\{?\w+\}?|[A-Za-z][\w.-]*\.[a-z]+)(?![\w:.])",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex CurlByName();
}
