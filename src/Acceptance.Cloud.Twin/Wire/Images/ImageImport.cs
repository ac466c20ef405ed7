using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;
using static Acceptance.Cloud.Twin.Wire.Images.GlanceAnswer;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>Import: from what was staged, or from the web.</summary>
internal sealed class ImageImport(ImagesModel model, ImageImports imports) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Post("/v2/images/{id}/import", Import),
            Route.Get("/v2/info/import", _ => Methods()),
            Route.Get(
                "/v2/info/stores",
                _ => throw new ApiRefusal(404, "Multi backend is not supported at this site.")
            ),
        ];

    private WireAnswer Import(OpenStackRequest request)
    {
        var image = model.Own(request, "import_image");
        var method =
            request.Json()["method"] as JsonObject
            ?? throw new ApiRefusal(400, "Import request requires a 'method' field.");
        switch (Text(method, "name"))
        {
            case "glance-direct":
                imports.ImportStaged(image, request.Caller.User, request.RequestId);
                break;
            case "web-download":
                var uri =
                    Text(method, "uri")
                    ?? throw new ApiRefusal(400, "'uri' is required field for 'web-download' import method.");
                imports.ImportFromWeb(image, request.Caller.User, request.RequestId, uri);
                break;
            case "copy-image":
                throw ApiRefusal.NotEmulated($"glance has no {request.Method} {request.Path}");
            default:
                throw new ApiRefusal(400, $"Unknown import method name '{Text(method, "name")}'.");
        }

        return Done(202);
    }

    private static WireAnswer Methods() =>
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
        );
}
