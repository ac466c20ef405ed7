using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Infrastructure;

/// <summary>
/// The query of a list, as Neutron and Octavia read it: any attribute filters, fields cut, sort keys order.
/// </summary>
internal static class ResourceQuery
{
    private static readonly HashSet<string> Steering =
    [
        "limit",
        "marker",
        "page_reverse",
        "sort",
        "sort_key",
        "sort_dir",
        "fields",
    ];

    /// <summary>The query keys that ask for an attribute's value.</summary>
    public static IEnumerable<string> Filters(OpenStackRequest request) =>
        request.QueryKeys.Where(key => !Steering.Contains(key));

    /// <summary>Several values of one key are alternatives; a list attribute fits when it holds the value.</summary>
    public static bool Fits(JsonObject item, string key, IEnumerable<string> wanted) =>
        !item.TryGetPropertyValue(key, out var value) || wanted.Any(one => Equal(value, one));

    /// <summary>By "sort=name:desc", or sort_key and sort_dir.</summary>
    public static List<JsonObject> Sorted(OpenStackRequest request, List<JsonObject> items)
    {
        var (key, down) = SortKey(request);
        if (key is null)
            return items;
        var sorted = items.OrderBy(item => item[key]?.ToString() ?? "", StringComparer.Ordinal);
        return down ? [.. sorted.Reverse()] : [.. sorted];
    }

    public static (string? Key, bool Descending) SortKey(OpenStackRequest request)
    {
        if (request.Query("sort") is { Length: > 0 } sort)
        {
            var parts = sort.Split(',')[0].Split(':');
            return (parts[0], parts.ElementAtOrDefault(1) == "desc");
        }

        return (request.Query("sort_key"), request.Query("sort_dir") == "desc");
    }

    /// <summary>Only the fields that were asked for, in the resource's own order.</summary>
    public static JsonObject Cut(OpenStackRequest request, JsonObject item)
    {
        var fields = request.QueryAll("fields").ToHashSet();
        if (fields.Count == 0)
            return item;
        return new JsonObject(
            item.Where(member => fields.Contains(member.Key))
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );
    }

    private static bool Equal(JsonNode? value, string wanted) =>
        value switch
        {
            null => wanted is "" or "None",
            JsonArray list => list.Any(one =>
                one is JsonObject reference ? reference["id"]?.ToString() == wanted : one?.ToString() == wanted
            ),
            _ when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => (
                value.GetValueKind() == JsonValueKind.True
            ) == (wanted.ToLowerInvariant() is "true" or "1" or "yes" or "on"),
            _ => value.ToString() == wanted,
        };
}
