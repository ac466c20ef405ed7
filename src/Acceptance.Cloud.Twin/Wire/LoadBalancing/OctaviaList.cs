using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>A list of Octavia's: its filters, order, fields, pages.</summary>
internal static class OctaviaList
{
    /// <summary>
    /// Filters, sorts, cuts and pages; the keys name what may be asked for while there is nothing to read them from.
    /// </summary>
    public static WireAnswer Answer(OpenStackRequest request, string plural, string keys, IEnumerable<JsonObject> all)
    {
        var known = keys.Split(' ').ToHashSet();
        var filters = ResourceQuery.Filters(request).ToList();
        if (filters.Exists(filter => !known.Contains(filter)))
            throw new ApiRefusal(400, "One or more arguments are either duplicate or invalid");
        if (ResourceQuery.SortKey(request).Key is { } sort && !known.Contains(sort))
            throw new ApiRefusal(400, $"Supplied sort key '{sort}' is not valid.");
        var items = all.Where(item => filters.TrueForAll(key => ResourceQuery.Fits(item, key, request.QueryAll(key))))
            .ToList();
        var page = Cut(request, ResourceQuery.Sorted(request, items));
        return WireAnswer.Ok(
            new JsonObject
            {
                [plural] = new JsonArray([.. page.Items.Select(item => ResourceQuery.Cut(request, item))]),
                [$"{plural}_links"] = Links(request, page),
            }
        );
    }

    private static Page<JsonObject> Cut(OpenStackRequest request, List<JsonObject> items) =>
        Page<JsonObject>.Of(
            request,
            items,
            item => item["id"]!.ToString(),
            null,
            marker => new ApiRefusal(400, $"Supplied pagination marker '{marker}' is not valid."),
            limit => new ApiRefusal(400, $"Supplied pagination limit '{limit}' is not valid.")
        );

    private static JsonArray Links(OpenStackRequest request, Page<JsonObject> page)
    {
        var links = new JsonArray();
        if (page.Full)
            links.Add(Link(request, page.Items[^1]["id"]!.ToString(), "next"));
        if (request.Query("marker") is not null && page.Items.Count > 0)
            links.Add(Link(request, page.Items[0]["id"]!.ToString(), "previous"));
        return links;
    }

    private static JsonObject Link(OpenStackRequest request, string marker, string way)
    {
        var kept = request
            .QueryKeys.Where(key => key is not ("marker" or "page_reverse"))
            .SelectMany(key => request.QueryAll(key).Select(value => $"{key}={Uri.EscapeDataString(value)}"));
        var reverse = way == "previous" ? "&page_reverse=True" : "";
        return new JsonObject
        {
            ["rel"] = way,
            ["href"] = $"{request.Base}{request.Path}?{string.Join('&', kept)}&marker={marker}{reverse}",
        };
    }
}
