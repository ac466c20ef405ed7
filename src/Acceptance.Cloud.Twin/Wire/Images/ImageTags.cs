using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;
using static Acceptance.Cloud.Twin.Wire.Images.GlanceAnswer;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>The tags of an image.</summary>
internal sealed class ImageTags(ImagesModel model) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [Route.Put("/v2/images/{id}/tags/{tag}", Add), Route.Delete("/v2/images/{id}/tags/{tag}", Remove)];

    private WireAnswer Add(OpenStackRequest request)
    {
        var image = model.Own(request, "modify_image");
        if (!image.Tags.Contains(request["tag"]))
            image.Tags.Add(request["tag"]);
        return Done();
    }

    private WireAnswer Remove(OpenStackRequest request) =>
        model.Own(request, "modify_image").Tags.Remove(request["tag"])
            ? Done()
            : throw new ApiRefusal(404, "The resource could not be found.");
}
