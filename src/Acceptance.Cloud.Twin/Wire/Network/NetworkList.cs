using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>A list of Neutron's: its filters, order, fields, pages.</summary>
internal static class NetworkList
{
    /// <summary>Attributes that every resource has.</summary>
    public static readonly string[] Everywhere =
    [
        "id",
        "name",
        "tenant_id",
        "project_id",
        "description",
        "status",
        "admin_state_up",
        "tags",
        "tags-any",
        "not-tags",
        "not-tags-any",
        "created_at",
        "updated_at",
        "revision_number",
        "changed_since",
    ];

    /// <summary>Filters by any attribute (an unknown one is 400), sorts, cuts and pages with links both ways.</summary>
    public static WireAnswer Answer(OpenStackRequest request, string plural, string keys, IEnumerable<JsonObject> all)
    {
        var filters = ResourceQuery.Filters(request).ToList();
        DemandKnown(request, keys, filters);
        var items = all.Where(item => filters.TrueForAll(key => Fits(item, key, request))).ToList();
        var page = Cut(request, plural, ResourceQuery.Sorted(request, items));
        var body = new JsonObject
        {
            [plural] = new JsonArray([.. page.Items.Select(item => ResourceQuery.Cut(request, item))]),
        };
        if (page.Limit is not null && page.Items.Count > 0)
            body[$"{plural}_links"] = Links(request, page);
        return WireAnswer.Ok(body);
    }

    private static void DemandKnown(OpenStackRequest request, string keys, List<string> filters)
    {
        var known = keys.Split(' ').Concat(Everywhere).ToHashSet();
        var odd = filters.Where(filter => !known.Contains(filter)).ToList();
        if (odd.Count > 0)
            throw new ApiRefusal(
                400,
                $"[{string.Join(", ", odd.Select(key => $"'{key}'"))}] is invalid attribute for filtering",
                "HTTPBadRequest"
            );
        if (ResourceQuery.SortKey(request).Key is { } sort && !known.Contains(sort))
            throw new ApiRefusal(400, $"['{sort}'] is invalid attribute for sort_keys", "HTTPBadRequest");
    }

    private static Page<JsonObject> Cut(OpenStackRequest request, string plural, List<JsonObject> items)
    {
        var kind = Singular(plural);
        return Page<JsonObject>.Of(
            request,
            items,
            item => item["id"]!.ToString(),
            null,
            marker => new ApiRefusal(404, $"{kind} {marker} could not be found.", $"{kind}NotFound"),
            limit => new ApiRefusal(
                400,
                $"Bad limit request: Limit must be an integer 0 or greater and not '{limit}'.",
                "BadRequest"
            )
        );
    }

    public static string Singular(string plural) => char.ToUpperInvariant(plural[0]) + plural[1..^1];

    private static bool Fits(JsonObject item, string key, OpenStackRequest request)
    {
        var wanted = request.QueryAll(key).ToList();
        if (key is "tags")
            return wanted
                .SelectMany(one => one.Split(','))
                .All(tag => item["tags"]!.AsArray().Any(has => has!.ToString() == tag));
        if (key is not "fixed_ips")
            return ResourceQuery.Fits(item, key, wanted);
        return wanted.TrueForAll(one =>
            item["fixed_ips"]!
                .AsArray()
                .Any(ip => one.Split('=', 2) is [var part, var value] && ip![part]?.ToString() == value)
        );
    }

    private static JsonArray Links(OpenStackRequest request, Page<JsonObject> page)
    {
        var links = new JsonArray();
        if (page.More)
            links.Add(Link(request, "next", page.Items[^1], ""));
        links.Add(Link(request, "previous", page.Items[0], "&page_reverse=True"));
        return links;
    }

    private static JsonObject Link(OpenStackRequest request, string way, JsonObject at, string reverse)
    {
        var kept = request
            .QueryKeys.Where(key => key is not ("marker" or "page_reverse"))
            .SelectMany(key => request.QueryAll(key).Select(value => $"{key}={Uri.EscapeDataString(value)}"));
        return new JsonObject
        {
            ["rel"] = way,
            ["href"] = $"{request.Base}{request.Path}?{string.Join('&', kept)}&marker={at["id"]}{reverse}",
        };
    }
}
