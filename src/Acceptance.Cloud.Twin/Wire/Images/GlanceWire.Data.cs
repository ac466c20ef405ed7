using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>An image's data: upload, stage, import, download; and what the import tasks say.</summary>
internal sealed partial class GlanceWire
{
    private void MapData()
    {
        Map("GET", "/v2/images/{id}/file", Download);
        Map(
            "PUT",
            "/v2/images/{id}/file",
            request =>
            {
                Images.Upload(Own(request, "upload_image"), request.Bytes);
                return Done();
            }
        );
        Map(
            "PUT",
            "/v2/images/{id}/stage",
            request =>
            {
                Images.Stage(Own(request, "upload_image"), request.Bytes);
                return Done();
            }
        );
        Map("POST", "/v2/images/{id}/import", Import);
        Map(
            "GET",
            "/v2/info/import",
            _ =>
                WireAnswer.Ok(
                    new JsonObject
                    {
                        ["import-methods"] = new JsonObject
                        {
                            ["description"] = "Import methods available.",
                            ["type"] = "array",
                            ["value"] = new JsonArray("glance-direct", "web-download", "copy-image"),
                        },
                    }
                )
        );
        Map("GET", "/v2/info/stores", _ => throw new ApiRefusal(404, "Multi backend is not supported at this site."));
    }

    private void MapTasks()
    {
        Map("GET", "/v2/tasks", Tasks);
        Map(
            "GET",
            "/v2/tasks/{task}",
            request =>
            {
                EnforceTasks(request);
                return WireAnswer.Ok(
                    GlanceJson.Task(
                        Images.Tasks.Find(task => task.Id == request["task"])
                            ?? throw new ApiRefusal(404, $"Failed to find task {request["task"]}")
                    )
                );
            }
        );
        Map(
            "GET",
            "/v2/images/{id}/tasks",
            request =>
            {
                var image = Visible(request);
                return WireAnswer.Ok(
                    new JsonObject
                    {
                        ["tasks"] = new JsonArray([
                            .. Images.Tasks.Where(task => task.ImageId == image.Id).Select(GlanceJson.TaskOfImage),
                        ]),
                    }
                );
            }
        );
    }

    private WireAnswer Download(OpenStackRequest request)
    {
        var image = Visible(request);
        return image.Data is { } data
            ? WireAnswer.Data(200, data, "application/octet-stream").With("Content-Md5", image.Md5!)
            : WireAnswer.Empty(204);
    }

    private WireAnswer Import(OpenStackRequest request)
    {
        var image = Own(request, "import_image");
        var method =
            request.Json()["method"] as JsonObject
            ?? throw new ApiRefusal(400, "Import request requires a 'method' field.");
        switch (Text(method, "name"))
        {
            case "glance-direct":
                Images.ImportStaged(image, request.Caller.User, request.RequestId);
                break;
            case "web-download":
                var uri =
                    Text(method, "uri")
                    ?? throw new ApiRefusal(400, "'uri' is required field for 'web-download' import method.");
                Images.ImportFromWeb(image, request.Caller.User, request.RequestId, uri);
                break;
            case "copy-image":
                return NotEmulated(request);
            default:
                throw new ApiRefusal(400, $"Unknown import method name '{Text(method, "name")}'.");
        }

        return Done(202);
    }

    private WireAnswer Tasks(OpenStackRequest request)
    {
        EnforceTasks(request);
        IEnumerable<ImageTask> all = Images.Tasks.AsEnumerable().Reverse();
        if (request.Query("status") is { } status)
            all = all.Where(task => task.Status == status);
        var page = Page<ImageTask>.Of(
            request,
            all,
            task => task.Id,
            HighestLimit,
            marker => new ApiRefusal(400, $"No task found with ID {marker}"),
            _ => new ApiRefusal(400, "limit param must be positive")
        );
        var json = new JsonObject
        {
            ["tasks"] = new JsonArray([.. page.Items.Select(GlanceJson.TaskLine)]),
            ["first"] = "/v2/tasks" + Link(request, null),
            ["schema"] = "/v2/schemas/tasks",
        };
        if (page.Full)
            json["next"] = "/v2/tasks" + Link(request, page.Items[^1].Id);
        return WireAnswer.Ok(json);
    }

    private static void EnforceTasks(OpenStackRequest request)
    {
        if (!request.Caller.IsAdmin)
            throw Forbidden("tasks_api_access");
    }
}
