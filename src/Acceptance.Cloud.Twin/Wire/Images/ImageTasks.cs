using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;
using static Acceptance.Cloud.Twin.Wire.Images.GlanceAnswer;
using static Acceptance.Cloud.Twin.Wire.Images.ImagePolicy;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>What the import tasks say.</summary>
internal sealed class ImageTasks(ImagesModel model, ImageImports imports) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2/tasks", List),
            Route.Get("/v2/tasks/{task}", Show),
            Route.Get("/v2/images/{id}/tasks", OfImage),
        ];

    private WireAnswer List(OpenStackRequest request)
    {
        DemandTaskReader(request);
        IEnumerable<ImageTask> all = imports.Tasks.AsEnumerable().Reverse();
        if (request.Query("status") is { } status)
            all = all.Where(task => task.Status == status);
        var page = Page<ImageTask>.Of(
            request,
            all,
            task => task.Id,
            ImageList.HighestLimit,
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

    private WireAnswer Show(OpenStackRequest request)
    {
        DemandTaskReader(request);
        return WireAnswer.Ok(
            GlanceJson.Task(
                imports.Tasks.Find(task => task.Id == request["task"])
                    ?? throw new ApiRefusal(404, $"Failed to find task {request["task"]}")
            )
        );
    }

    private WireAnswer OfImage(OpenStackRequest request)
    {
        var image = model.Visible(request);
        var own = imports.Tasks.Where(task => task.ImageId == image.Id);
        return WireAnswer.Ok(new JsonObject { ["tasks"] = new JsonArray([.. own.Select(GlanceJson.TaskOfImage)]) });
    }
}
