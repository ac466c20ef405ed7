using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>Glance's shapes: the operator's own properties come first, between the fixed ones is no envelope.</summary>
internal static class GlanceJson
{
    public static JsonObject Image(GlanceImage image)
    {
        var json = new JsonObject();
        foreach (var (key, value) in image.Properties)
            json[key] = value;
        json["name"] = image.Name;
        json["disk_format"] = image.DiskFormat;
        json["container_format"] = image.ContainerFormat;
        json["visibility"] = image.Visibility;
        json["size"] = image.Size;
        json["virtual_size"] = image.VirtualSize;
        json["status"] = image.Status;
        json["checksum"] = image.Md5;
        json["protected"] = image.Protected;
        json["min_ram"] = image.MinRamMb;
        json["min_disk"] = image.MinDiskGb;
        json["owner"] = image.OwnerId;
        json["os_hidden"] = image.Hidden;
        json["os_hash_algo"] = image.Sha512 is null ? null : "sha512";
        json["os_hash_value"] = image.Sha512;
        json["id"] = image.Id;
        json["created_at"] = Moment(image.CreatedAt);
        json["updated_at"] = Moment(image.UpdatedAt);
        json["tags"] = new JsonArray([.. image.Tags.Select(tag => JsonValue.Create(tag))]);
        json["self"] = $"/v2/images/{image.Id}";
        json["file"] = $"/v2/images/{image.Id}/file";
        json["schema"] = "/v2/schemas/image";
        return json;
    }

    public static JsonObject TaskLine(ImageTask task)
    {
        var json = new JsonObject
        {
            ["id"] = task.Id,
            ["type"] = "api_image_import",
            ["status"] = task.Status,
            ["owner"] = task.OwnerId,
            ["created_at"] = Moment(task.CreatedAt),
            ["updated_at"] = Moment(task.UpdatedAt),
            ["self"] = $"/v2/tasks/{task.Id}",
            ["schema"] = "/v2/schemas/task",
        };
        if (Expires(task) is { } expires)
            json["expires_at"] = Moment(expires);
        return json;
    }

    public static JsonObject Task(ImageTask task) =>
        new()
        {
            ["id"] = task.Id,
            ["input"] = Input(task),
            ["type"] = "api_image_import",
            ["status"] = task.Status,
            ["owner"] = task.OwnerId,
            ["message"] = task.Message,
            ["result"] = null,
            ["created_at"] = Moment(task.CreatedAt),
            ["updated_at"] = Moment(task.UpdatedAt),
            ["self"] = $"/v2/tasks/{task.Id}",
            ["schema"] = "/v2/schemas/task",
            ["image_id"] = task.ImageId,
            ["request_id"] = task.RequestId,
            ["user_id"] = task.UserId,
            ["expires_at"] = Expires(task) is { } expires ? Moment(expires) : null,
        };

    public static JsonObject TaskOfImage(ImageTask task) =>
        new()
        {
            ["id"] = task.Id,
            ["type"] = "api_image_import",
            ["status"] = task.Status,
            ["owner"] = task.OwnerId,
            ["expires_at"] = Expires(task) is { } expires ? Micro(expires) : null,
            ["created_at"] = Micro(task.CreatedAt),
            ["updated_at"] = Micro(task.UpdatedAt),
            ["deleted_at"] = null,
            ["deleted"] = false,
            ["image_id"] = task.ImageId,
            ["request_id"] = task.RequestId,
            ["user_id"] = task.UserId,
            ["input"] = Input(task),
            ["result"] = null,
            ["message"] = task.Message,
        };

    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Micro(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000000'", CultureInfo.InvariantCulture);

    /// <summary>A finished task is kept for two days.</summary>
    private static DateTimeOffset? Expires(ImageTask task) =>
        task.Status is "success" or "failure" ? task.UpdatedAt.AddHours(48) : null;

    private static JsonObject Input(ImageTask task)
    {
        var method = new JsonObject { ["name"] = task.Method };
        if (task.Uri is { } uri)
            method["uri"] = uri;
        return new JsonObject
        {
            ["image_id"] = task.ImageId,
            ["import_req"] = new JsonObject { ["method"] = method },
            ["backend"] = new JsonArray((JsonNode?)null),
        };
    }
}
