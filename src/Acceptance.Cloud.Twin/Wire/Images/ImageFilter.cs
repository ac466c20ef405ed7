using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>By what a list of images may be cut down: an attribute of its own, or any property.</summary>
internal static class ImageFilter
{
    public static bool Fits(GlanceImage image, string key, string value) =>
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

    /// <summary>What stands before the first colon is an operator, whether it was meant as one or not.</summary>
    private static bool OneOf(string? held, string value) =>
        value.Split(':', 2) switch
        {
            ["in", var list] => held is not null && Listed(list).Contains(held),
            ["eq", var one] => held == one,
            [var other, _] => throw new ApiRefusal(400, $"Unable to filter by unknown operator '{other}'."),
            _ => held == value,
        };

    /// <summary>Values between commas; one in quotes may hold commas and colons, and a quote behind a backslash.
    /// </summary>
    private static List<string> Listed(string list)
    {
        List<string> values = [];
        var value = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < list.Length; at++)
        {
            if (quoted && list[at] == '\\' && at + 1 < list.Length)
                value.Append(list[++at]);
            else if (list[at] == '"')
                quoted = !quoted;
            else if (list[at] == ',' && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
                value.Append(list[at]);
        }

        return [.. values, value.ToString()];
    }

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
}
