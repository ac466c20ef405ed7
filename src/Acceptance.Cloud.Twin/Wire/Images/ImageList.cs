using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Images;
using static Acceptance.Cloud.Twin.Wire.Images.GlanceAnswer;
using static Acceptance.Cloud.Twin.Wire.Images.ImagePolicy;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>The list of images: filters, order, pages with a relative next.</summary>
internal static class ImageList
{
    public const int HighestLimit = 1000;
    private const int DefaultLimit = 25;

    private static readonly string[] Paging = ["limit", "marker", "sort", "sort_key", "sort_dir", "member_status"];

    public static WireAnswer Answer(OpenStackRequest request, ImagesModel model)
    {
        var all = model.Newest.Where(image =>
            CanSee(request, image) && (image.Visibility != "community" || image.OwnerId == request.Caller.ProjectId)
        );
        if (request.Query("os_hidden") is null)
            all = all.Where(image => !image.Hidden);
        foreach (var key in request.QueryKeys.Where(key => !Paging.Contains(key)))
        {
            foreach (var value in request.QueryAll(key))
                all = all.Where(image => ImageFilter.Fits(image, key, value));
        }

        var page = Page<GlanceImage>.Of(
            request,
            ImageOrder.Sorted(request, all),
            image => image.Id,
            HighestLimit,
            marker => new ApiRefusal(400, $"No image found with ID {marker}"),
            _ => new ApiRefusal(400, "limit param must be positive")
        );
        var items = request.Query("limit") is null ? page.Items.Take(DefaultLimit).ToList() : page.Items;
        var full = request.Query("limit") is null ? items.Count == DefaultLimit : page.Full;
        var json = new JsonObject
        {
            ["images"] = new JsonArray([.. items.Select(GlanceJson.Image)]),
            ["first"] = "/v2/images" + Link(request, null),
            ["schema"] = "/v2/schemas/images",
        };
        if (full)
            json["next"] = "/v2/images" + Link(request, items[^1].Id);
        return WireAnswer.Ok(json);
    }
}
