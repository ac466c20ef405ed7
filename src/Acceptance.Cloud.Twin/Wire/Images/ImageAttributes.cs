using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;
using static Acceptance.Cloud.Twin.Wire.Images.GlanceAnswer;
using static Acceptance.Cloud.Twin.Wire.Images.ImagePolicy;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>An image's attributes and properties: what may be set, by create and by JSON patch.</summary>
internal static class ImageAttributes
{
    private static readonly string[] DiskFormats =
    [
        "ami",
        "ari",
        "aki",
        "vhd",
        "vhdx",
        "vmdk",
        "raw",
        "qcow2",
        "vdi",
        "iso",
        "ploop",
    ];

    private static readonly string[] ReadOnlyKeys =
    [
        "id",
        "status",
        "size",
        "virtual_size",
        "checksum",
        "os_hash_algo",
        "os_hash_value",
        "created_at",
        "updated_at",
        "self",
        "file",
        "schema",
        "direct_url",
    ];

    public static void Apply(OpenStackRequest request, GlanceImage image, JsonObject step)
    {
        var key = (Text(step, "path") ?? "")
            .TrimStart('/')
            .Replace("~1", "/", StringComparison.Ordinal)
            .Replace("~0", "~", StringComparison.Ordinal);
        if (ReadOnlyKeys.Contains(key))
            throw new ApiRefusal(403, $"Attribute '{key}' is read-only.");
        switch (Text(step, "op"))
        {
            case "remove":
                if (!image.Properties.Remove(key))
                    throw new ApiRefusal(409, $"Property {key} does not exist.");
                break;
            case "add" or "replace":
                Check(new JsonObject { [key] = step["value"]?.DeepClone() });
                if (key == "visibility" && Text(step, "value") == "public" && !request.Caller.IsAdmin)
                    throw Forbidden("publicize_image");
                if (key == "owner" && request.Caller.IsAdmin)
                    image.OwnerId = Text(step, "value") ?? image.OwnerId;
                Set(image, key, step["value"]);
                break;
            default:
                throw new ApiRefusal(
                    400,
                    $"Operations must be JSON objects with one of add, replace, remove; found {step.ToJsonString()}."
                );
        }
    }

    public static void Check(JsonObject json)
    {
        foreach (var (key, value) in json)
        {
            if (key is "tags" && value is JsonArray)
                continue;
            if (key is "protected" or "os_hidden" && value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
                continue;
            if (key is "min_disk" or "min_ram" && value?.GetValueKind() is JsonValueKind.Number)
                continue;
            if (ReadOnlyKeys.Contains(key) && key != "id")
                throw new ApiRefusal(403, $"Attribute '{key}' is read-only.");
            if (value is not null && value.GetValueKind() != JsonValueKind.String)
                throw new ApiRefusal(
                    400,
                    $"Provided object does not match schema 'image': {value.ToJsonString()} is not of type 'string'"
                );
            if (key == "disk_format" && value is not null && !DiskFormats.Contains(value.GetValue<string>()))
                throw new ApiRefusal(400, $"Invalid disk format '{value.GetValue<string>()}' for image.");
        }
    }

    /// <summary>One attribute or property; what only the constructor sets is passed over.</summary>
    public static void Set(GlanceImage image, string key, JsonNode? value)
    {
        switch (key)
        {
            case "id" or "owner":
                break;
            case "name":
                image.Name = value?.GetValue<string>();
                break;
            case "disk_format":
                image.DiskFormat = value?.GetValue<string>();
                break;
            case "container_format":
                image.ContainerFormat = value?.GetValue<string>();
                break;
            case "visibility":
                image.Visibility = value!.GetValue<string>();
                break;
            case "protected":
                image.Protected = value!.GetValue<bool>();
                break;
            case "os_hidden":
                image.Hidden = value!.GetValue<bool>();
                break;
            case "min_disk":
                image.MinDiskGb = value!.GetValue<int>();
                break;
            case "min_ram":
                image.MinRamMb = value!.GetValue<int>();
                break;
            case "tags":
                image.Tags.Clear();
                image.Tags.AddRange(((JsonArray)value!).Select(tag => tag!.GetValue<string>()).Distinct());
                break;
            default:
                image.Properties[key] = value!.GetValue<string>();
                break;
        }
    }
}
