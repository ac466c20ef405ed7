using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>Image records: list, show, create, change, delete, tags.</summary>
internal sealed partial class GlanceWire
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

    private void MapImages()
    {
        Map("GET", "/v2/images", List);
        Map("POST", "/v2/images", Create);
        Map("GET", "/v2/images/{id}", request => WireAnswer.Ok(GlanceJson.Image(Visible(request))));
        Map("PATCH", "/v2/images/{id}", Patch);
        Map("DELETE", "/v2/images/{id}", Delete);
        Map("PUT", "/v2/images/{id}/tags/{tag}", AddTag);
        Map("DELETE", "/v2/images/{id}/tags/{tag}", RemoveTag);
    }

    private WireAnswer Create(OpenStackRequest request)
    {
        var caller = request.Caller;
        var json = request.Json();
        if (caller.Project is not { } project || !caller.HasAny("member", "admin"))
            throw Forbidden("add_image");
        Check(json);
        if (Text(json, "visibility") == "public" && !caller.IsAdmin)
            throw Forbidden("publicize_image");
        var image = Images.Create(
            Text(json, "name"),
            project,
            Text(json, "disk_format"),
            Text(json, "container_format"),
            Text(json, "id")
        );
        if (Text(json, "owner") is { } owner && caller.IsAdmin)
            image.OwnerId = owner;
        foreach (var (key, value) in json)
            Set(image, key, value);
        return WireAnswer
            .Json(201, GlanceJson.Image(image))
            .With("Location", $"{request.Base}/v2/images/{image.Id}")
            .With("Openstack-Image-Import-Methods", "glance-direct,web-download,copy-image");
    }

    private static void Check(JsonObject json)
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
    private static void Set(GlanceImage image, string key, JsonNode? value)
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

    private WireAnswer Patch(OpenStackRequest request)
    {
        var type = request.Http.Request.ContentType ?? "";
        if (!type.StartsWith("application/openstack-images-v2", StringComparison.Ordinal))
        {
            return Error(request, 415, $"The request media type {type} is not supported by this server.", "")
                .With(
                    "Accept-Patch",
                    "application/openstack-images-v2.0-json-patch, application/openstack-images-v2.1-json-patch"
                );
        }

        var image = Own(request, "modify_image");
        foreach (var step in request.JsonArray().OfType<JsonObject>())
            Apply(request, image, step);
        image.UpdatedAt = World.Now;
        return WireAnswer.Ok(GlanceJson.Image(image));
    }

    private static void Apply(OpenStackRequest request, GlanceImage image, JsonObject step)
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

    private WireAnswer Delete(OpenStackRequest request)
    {
        var image =
            Images.All.Find(image => image.Id == request["id"] && CanSee(request, image))
            ?? throw new ApiRefusal(404, $"Failed to find image {request["id"]} to delete");
        Own(request, "delete_image");
        Images.Delete(image);
        return Done();
    }

    private WireAnswer AddTag(OpenStackRequest request)
    {
        var image = Own(request, "modify_image");
        if (!image.Tags.Contains(request["tag"]))
            image.Tags.Add(request["tag"]);
        return Done();
    }

    private WireAnswer RemoveTag(OpenStackRequest request) =>
        Own(request, "modify_image").Tags.Remove(request["tag"])
            ? Done()
            : throw new ApiRefusal(404, "The resource could not be found.");

    private static WireAnswer Done(int status = 204) => WireAnswer.Empty(status, "text/html; charset=UTF-8");

    private GlanceImage Visible(OpenStackRequest request) =>
        Images.All.Find(image => image.Id == request["id"] && CanSee(request, image))
        ?? throw new ApiRefusal(404, $"No image found with ID {request["id"]}");

    private GlanceImage Own(OpenStackRequest request, string action)
    {
        var image = Visible(request);
        var caller = request.Caller;
        return caller.IsAdmin || (image.OwnerId == caller.ProjectId && caller.Has("member"))
            ? image
            : throw Forbidden(action);
    }

    private static bool CanSee(OpenStackRequest request, GlanceImage image) =>
        request.Caller.IsAdmin
        || image.Visibility is "public" or "community"
        || image.OwnerId == request.Caller.ProjectId;

    private static ApiRefusal Forbidden(string action) =>
        new(403, $"You are not authorized to complete {action} action.");

    private static string? Text(JsonObject json, string key) =>
        json[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
