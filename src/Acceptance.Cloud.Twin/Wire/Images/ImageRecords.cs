using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Images;
using static Acceptance.Cloud.Twin.Wire.Images.GlanceAnswer;
using static Acceptance.Cloud.Twin.Wire.Images.ImagePolicy;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>Image records: list, show, create, change, delete.</summary>
internal sealed class ImageRecords(TwinWorld world) : IResource
{
    private const string Patchable =
        "application/openstack-images-v2.0-json-patch, application/openstack-images-v2.1-json-patch";

    private readonly ImagesModel _model = world.Images;

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2/images", request => ImageList.Answer(request, _model)),
            Route.Post("/v2/images", Create),
            Route.Get("/v2/images/{id}", request => WireAnswer.Ok(GlanceJson.Image(_model.Visible(request)))),
            Route.Patch("/v2/images/{id}", Patch),
            Route.Delete("/v2/images/{id}", Delete),
        ];

    private WireAnswer Create(OpenStackRequest request)
    {
        var caller = request.Caller;
        var json = request.Json();
        if (caller.Project is not { } project || !caller.HasAny("member", "admin"))
            throw Forbidden("add_image");
        ImageAttributes.Check(json);
        if (Text(json, "visibility") == "public" && !caller.IsAdmin)
            throw Forbidden("publicize_image");
        var image = _model.Create(
            Text(json, "name"),
            project,
            Text(json, "disk_format"),
            Text(json, "container_format"),
            Text(json, "id")
        );
        if (Text(json, "owner") is { } owner && caller.IsAdmin)
            image.OwnerId = owner;
        foreach (var (key, value) in json)
            ImageAttributes.Set(image, key, value);
        return WireAnswer
            .Json(201, GlanceJson.Image(image))
            .With("Location", $"{request.Base}/v2/images/{image.Id}")
            .With("Openstack-Image-Import-Methods", "glance-direct,web-download,copy-image");
    }

    private WireAnswer Patch(OpenStackRequest request)
    {
        var type = request.Http.Request.ContentType ?? "";
        if (!type.StartsWith("application/openstack-images-v2", StringComparison.Ordinal))
        {
            return GlanceAnswer
                .Error(request, 415, $"The request media type {type} is not supported by this server.")
                .With("Accept-Patch", Patchable);
        }

        var image = _model.Own(request, "modify_image");
        foreach (var step in request.JsonArray().OfType<JsonObject>())
            ImageAttributes.Apply(request, image, step);
        image.UpdatedAt = world.Now;
        return WireAnswer.Ok(GlanceJson.Image(image));
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var image =
            _model.All.Find(image => image.Id == request["id"] && CanSee(request, image))
            ?? throw new ApiRefusal(404, $"Failed to find image {request["id"]} to delete");
        _model.Own(request, "delete_image");
        _model.Delete(image);
        return Done();
    }
}
