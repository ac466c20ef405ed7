using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>Who sees an image, and who may change it.</summary>
internal static class ImagePolicy
{
    public static bool CanSee(OpenStackRequest request, GlanceImage image) =>
        request.Caller.IsAdmin
        || image.Visibility is "public" or "community"
        || image.OwnerId == request.Caller.ProjectId;

    public static GlanceImage Visible(this ImagesModel model, OpenStackRequest request) =>
        model.All.Find(image => image.Id == request["id"] && CanSee(request, image))
        ?? throw new ApiRefusal(404, $"No image found with ID {request["id"]}");

    public static GlanceImage Own(this ImagesModel model, OpenStackRequest request, string action)
    {
        var image = model.Visible(request);
        var caller = request.Caller;
        return caller.IsAdmin || (image.OwnerId == caller.ProjectId && caller.Has("member"))
            ? image
            : throw Forbidden(action);
    }

    public static void DemandTaskReader(OpenStackRequest request)
    {
        if (!request.Caller.IsAdmin)
            throw Forbidden("tasks_api_access");
    }

    public static ApiRefusal Forbidden(string action) =>
        new(403, $"You are not authorized to complete {action} action.");
}
