using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// One file of the folder: a command with what it sent and printed, a group of probes, or a time line.
/// </summary>
internal sealed partial record OpenStackCapture(
    string Name,
    int Seq,
    string Command,
    IReadOnlyDictionary<string, string>? Environment,
    int Exit,
    JsonObject Stdout,
    string Stderr,
    string Note,
    IReadOnlyList<CapturedExchange> Exchanges,
    JsonObject? Timeline
)
{
    /// <summary>It was a real client's: what it printed is compared too.</summary>
    public bool IsClients =>
        Environment is not null
        && Timeline is null
        && (
            Command.StartsWith("openstack ", StringComparison.Ordinal)
            || Command.StartsWith("glance ", StringComparison.Ordinal)
        );

    /// <summary>It changed nothing: it asked, or what it wanted to change was refused.</summary>
    public bool OnlyLooks =>
        !Exchanges.Any(exchange => exchange.Changes && (exchange.Succeeded || exchange.Status is null));

    /// <summary>What a time line saw at each change, as answers to the question that it polled.</summary>
    public IReadOnlyList<CapturedExchange> Seen()
    {
        if (Timeline is null || Polled().Match((string?)Timeline["polled"] ?? "") is not { Success: true } polled)
            return [];
        var path = polled.Groups["path"].Value.Split('?', 2);
        return
        [
            .. (Timeline["body_at_each_change"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(change => new CapturedExchange(
                    polled.Groups["service"].Value,
                    "GET",
                    path[0],
                    path.ElementAtOrDefault(1) ?? "",
                    [],
                    null,
                    (int?)change["http"] ?? 200,
                    [],
                    change["body"],
                    ""
                )),
        ];
    }

    [GeneratedRegex(@"^GET (?<path>\S+) of (?<service>\w+)")]
    private static partial Regex Polled();

    /// <summary>The service that it is counted under: the one that it asked most, after the tokens.</summary>
    public string Service
    {
        get
        {
            var asked = Exchanges.Where(exchange => !exchange.AsksForToken && exchange.Service != "keystone").ToArray();
            if (
                Timeline is not null
                && (string?)Timeline["polled"] is { } polled
                && polled.Split(" of ") is [_, var rest]
            )
                return rest.Split(' ')[0];
            return asked.Length == 0 ? "keystone"
                : asked[^1].Service is "glance" && asked.Any(exchange => exchange.Service == "nova") ? "nova"
                : asked[^1].Service;
        }
    }
}
