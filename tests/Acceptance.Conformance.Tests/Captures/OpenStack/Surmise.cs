using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// What an answer must have been whose body stands in a file that is not in the folder. Whose token it was: the
/// request names user, domain and scope, the paths after it hold their ids, and what was refused tells the roles.
/// What was found by its name: the requests after it hold its id.
/// </summary>
internal static partial class Surmise
{
    public static IReadOnlyList<CapturedExchange> Untold(CapturedExchange[] exchanges) =>
        [
            .. exchanges
                .Select(
                    (one, at) =>
                        one is { Method: "GET", Succeeded: true, Untold: true }
                        && Found(one, exchanges[(at + 1)..]) is { } found
                            ? one with
                            {
                                Surmised = found,
                            }
                            : one
                )
                .Select(one =>
                    one is { AsksForToken: true, Succeeded: true, Untold: true }
                        ? one with
                        {
                            Surmised = Token(one, exchanges) is { } token ? new JsonObject { ["token"] = token } : null,
                        }
                        : one
                ),
        ];

    /// <summary>What was asked for by its name, and was there: it has the id that is asked for next.</summary>
    private static JsonObject? Found(CapturedExchange asked, CapturedExchange[] after)
    {
        var parts = asked.Path.Trim('/').Split('/');
        var byName = asked
            .Query.Split('&')
            .Select(part => part.Split('=', 2))
            .FirstOrDefault(part => part[0] == "name" && part.Length == 2)
            ?[1];
        if (byName is null && asked.Service == "magnum" && parts is ["v1", _, var last] && !IdBook.IsId(last))
            byName = last;
        if (byName is null || parts.Length < 2)
            return null;
        var collection =
            parts[^1] is "detail" ? parts[^2]
            : asked.Service == "magnum" ? parts[1]
            : parts[^1];
        var id =
            after
                .Select(one => one.Path.Split('/'))
                .Select(one =>
                    Array.IndexOf(one, collection) is >= 0 and var at && at + 1 < one.Length ? one[at + 1] : ""
                )
                .FirstOrDefault(IdBook.IsId)
            ?? "";
        var body = new JsonObject { ["id"] = id, ["name"] = Uri.UnescapeDataString(byName) };
        foreach (var (field, value) in Standing(asked.Service))
            body[field] = value;
        return asked.Service == "magnum"
            ? body
            : new JsonObject { [collection.Replace('-', '_')] = new JsonArray(body) };
    }

    private static (string Field, string Value)[] Standing(string service) =>
        service switch
        {
            "glance" =>
            [
                ("status", "active"),
                ("disk_format", "qcow2"),
                ("container_format", "bare"),
                ("visibility", "public"),
            ],
            "nova" => [("status", "ACTIVE")],
            "magnum" => [("status", "CREATE_COMPLETE"), ("image_id", "captured-kube")],
            _ => [],
        };

    private static JsonObject? Token(CapturedExchange asked, CapturedExchange[] all)
    {
        var auth = asked.RequestBody?["auth"];
        if (auth?["identity"]?["password"]?["user"] is not JsonObject user || user["name"] is null)
            return null;
        var paths = string.Join(' ', all.Select(one => one.Path));
        var token = new JsonObject { ["user"] = Whole(user, User().Match(paths)) };
        if (auth["scope"]?["project"] is not JsonObject project)
            return token;
        token["project"] = Whole(project, Project().Match(paths));
        token["roles"] = new JsonArray([
            .. Roles((string)user["name"]!, (string?)project["name"], all)
                .Select(role => new JsonObject { ["name"] = role }),
        ]);
        return token;
    }

    private static JsonObject Whole(JsonObject named, Match id)
    {
        var whole = new JsonObject
        {
            ["id"] = (string?)named["id"] ?? id.Groups["id"].Value,
            ["name"] = (string?)named["name"] ?? "",
        };
        if (named["domain"] is JsonObject domain)
            whole["domain"] = new JsonObject
            {
                ["id"] = (string?)domain["id"] ?? "",
                ["name"] = (string?)domain["name"] ?? "",
            };
        return whole;
    }

    /// <summary>
    /// The admin in the admin's own project; anybody else a member of theirs, with a role in each service that did
    /// not refuse them.
    /// </summary>
    private static IEnumerable<string> Roles(string user, string? project, CapturedExchange[] all)
    {
        if (user == project || all.Any(one => one.Succeeded && OfOperators().IsMatch(one.Path)))
            return ["admin", "member", "reader"];
        bool Refused(string service) =>
            all.Any(one =>
                one.Service == service
                && one.Status == 403
                && one.Method == "GET"
                && !one.Path.Contains("amphorae", StringComparison.Ordinal)
            );
        return
        [
            .. (string[])["member", "reader"],
            .. Refused("octavia") ? (string[])[] : ["load-balancer_member"],
            "heat_stack_owner",
        ];
    }

    [GeneratedRegex(
        "/amphorae|/failover$|/os-hypervisors|/os-services|/resource_providers|^/v3/(?:domains|services|endpoints)"
    )]
    private static partial Regex OfOperators();

    [GeneratedRegex("/v3/users/(?<id>[0-9a-f]{32})")]
    private static partial Regex User();

    [GeneratedRegex("/v3/(?<id>[0-9a-f]{32})/")]
    private static partial Regex Project();
}
