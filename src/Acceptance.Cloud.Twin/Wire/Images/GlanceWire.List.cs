using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>The list of images: filters, order, pages with a relative next.</summary>
internal sealed partial class GlanceWire
{
    private const int DefaultLimit = 25;
    private const int HighestLimit = 1000;

    private static readonly string[] SortKeys =
    [
        "name",
        "status",
        "container_format",
        "disk_format",
        "size",
        "id",
        "created_at",
        "updated_at",
    ];

    private static readonly string[] Paging = ["limit", "marker", "sort", "sort_key", "sort_dir", "member_status"];

    private WireAnswer List(OpenStackRequest request)
    {
        var all = Images.Newest.Where(image =>
            CanSee(request, image) && (image.Visibility != "community" || image.OwnerId == request.Caller.ProjectId)
        );
        if (request.Query("os_hidden") is null)
            all = all.Where(image => !image.Hidden);
        foreach (var key in request.QueryKeys.Where(key => !Paging.Contains(key)))
        {
            foreach (var value in request.QueryAll(key))
                all = all.Where(image => Fits(image, key, value));
        }

        var page = Page<GlanceImage>.Of(
            request,
            Sorted(request, all),
            image => image.Id,
            HighestLimit,
            marker => new ApiRefusal(400, $"No image found with ID {marker}"),
            _ => new ApiRefusal(400, "limit param must be positive")
        );
        var items = request.Query("limit") is null ? page.Items.Take(DefaultLimit).ToList() : page.Items;
        var full = request.Query("limit") is null ? items.Count == DefaultLimit : page.Full;
        var json = new JsonObject
        {
            ["images"] = new JsonArray([.. items.Select(GlanceJson.Image)]),
            ["first"] = "/v2/images" + Link(request, null),
            ["schema"] = "/v2/schemas/images",
        };
        if (full)
            json["next"] = "/v2/images" + Link(request, items[^1].Id);
        return WireAnswer.Ok(json);
    }

    private static string Link(OpenStackRequest request, string? marker)
    {
        var pairs = request
            .QueryString.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.StartsWith("marker=", StringComparison.Ordinal));
        if (marker is not null)
            pairs = pairs.Append($"marker={marker}");
        var query = string.Join("&", pairs);
        return query.Length == 0 ? "" : "?" + query;
    }

    private static bool Fits(GlanceImage image, string key, string value) =>
        key switch
        {
            "name" => OneOf(image.Name, value),
            "id" => OneOf(image.Id, value),
            "status" => OneOf(image.Status, value),
            "disk_format" => OneOf(image.DiskFormat, value),
            "container_format" => OneOf(image.ContainerFormat, value),
            "visibility" => value == "all" || image.Visibility == value,
            "owner" => image.OwnerId == value,
            "tag" => image.Tags.Contains(value),
            "protected" => image.Protected == IsTrue(value),
            "os_hidden" => image.Hidden == IsTrue(value),
            "size_min" => image.Size >= Number(key, value),
            "size_max" => image.Size <= Number(key, value),
            "created_at" => Moment(image.CreatedAt, value),
            "updated_at" => Moment(image.UpdatedAt, value),
            "checksum" => image.Md5 == value,
            "os_hash_value" => image.Sha512 == value,
            _ => image.Properties.GetValueOrDefault(key) == value,
        };

    private static bool OneOf(string? held, string value) =>
        value.StartsWith("in:", StringComparison.Ordinal)
            ? value[3..].Split(',').Select(one => one.Trim('"')).Contains(held)
            : held == value;

    private static bool IsTrue(string value) => value.ToLowerInvariant() is "true" or "1" or "yes" or "t" or "on";

    private static long Number(string key, string value) =>
        long.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ApiRefusal(400, $"Unable to filter on a range with a non-numeric value: {key}.");

    /// <summary>gt:, gte:, lt:, lte:, eq:, neq: and a moment; the operator may be missing.</summary>
    private static bool Moment(DateTimeOffset moment, string filter)
    {
        var parts = filter.Split(':', 2);
        var (how, when) = parts[0] is "gt" or "gte" or "lt" or "lte" or "eq" or "neq"
            ? (parts[0], parts[1])
            : ("eq", filter);
        if (!DateTimeOffset.TryParse(when, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var limit))
            throw new ApiRefusal(400, $"Invalid time value: {when}.");
        var order = moment.CompareTo(limit);
        return how switch
        {
            "gt" => order > 0,
            "gte" => order >= 0,
            "lt" => order < 0,
            "lte" => order <= 0,
            "neq" => order != 0,
            _ => order == 0,
        };
    }

    private static IEnumerable<GlanceImage> Sorted(OpenStackRequest request, IEnumerable<GlanceImage> all)
    {
        var orders = request.Query("sort") is { } sort
            ? sort.Split(',')
                .Select(part => part.Split(':'))
                .Select(part => (Key: part[0], Descending: part.ElementAtOrDefault(1) != "asc"))
            : request
                .QueryAll("sort_key")
                .Zip(
                    request.QueryAll("sort_dir").Concat(Enumerable.Repeat("desc", 9)),
                    (key, way) => (Key: key, Descending: way != "asc")
                );
        foreach (var (key, descending) in orders.Reverse())
        {
            if (!SortKeys.Contains(key))
                throw new ApiRefusal(
                    400,
                    $"Invalid sort key: {key}. It must be one of the following: {string.Join(", ", SortKeys)}."
                );
            all = descending
                ? all.OrderByDescending(Value, StringComparer.Ordinal)
                : all.OrderBy(Value, StringComparer.Ordinal);

            string Value(GlanceImage image) =>
                key switch
                {
                    "name" => image.Name ?? "",
                    "status" => image.Status,
                    "container_format" => image.ContainerFormat ?? "",
                    "disk_format" => image.DiskFormat ?? "",
                    "size" => (image.Size ?? 0).ToString("D20", CultureInfo.InvariantCulture),
                    "id" => image.Id,
                    "updated_at" => image.UpdatedAt.ToString("O", CultureInfo.InvariantCulture),
                    _ => image.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
                };
        }

        return all;
    }
}
