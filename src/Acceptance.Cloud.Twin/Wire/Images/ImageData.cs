using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;
using static Acceptance.Cloud.Twin.Wire.Images.GlanceAnswer;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>An image's data: upload, stage, download.</summary>
internal sealed class ImageData(ImagesModel model, ImageImports imports) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2/images/{id}/file", Download),
            Route.Put("/v2/images/{id}/file", Upload),
            Route.Put("/v2/images/{id}/stage", Stage),
        ];

    private WireAnswer Download(OpenStackRequest request)
    {
        var image = model.Visible(request);
        return image.Data is { } data
            ? WireAnswer.Data(200, data, "application/octet-stream").With("Content-Md5", image.Md5!)
            : WireAnswer.Empty(204);
    }

    private WireAnswer Upload(OpenStackRequest request)
    {
        model.Upload(model.Own(request, "upload_image"), request.Bytes);
        return Done();
    }

    private WireAnswer Stage(OpenStackRequest request)
    {
        imports.Stage(model.Own(request, "upload_image"), request.Bytes);
        return Done();
    }
}
