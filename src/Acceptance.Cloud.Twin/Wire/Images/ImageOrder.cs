using System.Globalization;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>In which order a list of images was asked for.</summary>
internal static class ImageOrder
{
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

    public static IEnumerable<GlanceImage> Sorted(OpenStackRequest request, IEnumerable<GlanceImage> all)
    {
        foreach (var (key, descending) in Asked(request).Reverse())
        {
            if (!SortKeys.Contains(key))
                throw new ApiRefusal(
                    400,
                    $"Invalid sort key: {key}. It must be one of the following: {string.Join(", ", SortKeys)}."
                );
            all = descending
                ? all.OrderByDescending(image => Value(image, key), StringComparer.Ordinal)
                : all.OrderBy(image => Value(image, key), StringComparer.Ordinal);
        }

        return all;
    }

    private static IEnumerable<(string Key, bool Descending)> Asked(OpenStackRequest request) =>
        request.Query("sort") is { } sort
            ? sort.Split(',')
                .Select(part => part.Split(':'))
                .Select(part => (Key: part[0], Descending: part.ElementAtOrDefault(1) != "asc"))
            : request
                .QueryAll("sort_key")
                .Zip(
                    request.QueryAll("sort_dir").Concat(Enumerable.Repeat("desc", 9)),
                    (key, way) => (Key: key, Descending: way != "asc")
                );

    private static string Value(GlanceImage image, string key) =>
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
