using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Worlds.OpenStack;

/// <summary>Glance, the newest image first.</summary>
internal sealed class WorldImages(TwinWorld world, WorldServices services) : IImages
{
    public Task<Reading<IReadOnlyList<Image>>> Named(Scope scope, string name, CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<Image>>(
            scope,
            "glance",
            "/v2/images",
            caller =>
                [.. world.Images.Newest.Where(image => image.Name == name && IsListed(image, caller)).Select(Shown)]
        );

    public Task<Reading<Image>> Image(Scope scope, string id, CancellationToken cancel = default) =>
        services.Found(
            scope,
            "glance",
            $"/v2/images/{id}",
            caller =>
                world.Images.All.Find(image => image.Id == id && IsSeen(image, caller)) is { } image
                    ? new Found<Image>(Shown(image))
                    : null
        );

    public Task<Reading<Image>> Create(Scope scope, ImageRequest request, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Image>("image create");

    public Task<Reading<Done>> StageAndImport(
        Scope scope,
        string imageId,
        string path,
        CancellationToken cancel = default
    ) => services.Readings.OnlyRead<Done>("image import");

    public Task<Reading<Done>> Delete(Scope scope, string id, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("image delete");

    private static bool IsSeen(GlanceImage image, TokenGrant caller) =>
        caller.IsAdmin || image.Visibility is "public" or "community" || image.OwnerId == caller.ProjectId;

    private static bool IsListed(GlanceImage image, TokenGrant caller) =>
        !image.Hidden
        && IsSeen(image, caller)
        && (image.Visibility != "community" || image.OwnerId == caller.ProjectId);

    private static Image Shown(GlanceImage image) =>
        new(
            image.Id,
            image.Name ?? "",
            State<ImageStatus>.Read(image.Status),
            image.DiskFormat,
            image.CreatedAt.InSeconds(),
            new Dictionary<string, string>(image.Properties)
        )
        {
            Visibility = State<ImageVisibility>.Read(image.Visibility),
            OwnerId = image.OwnerId,
        };
}
