using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.World.Images;

/// <summary>
/// Interoperable import: stage and glance-direct with conversion to raw, and web-download,
/// which the CDN refuses (FINDING-3).
/// </summary>
internal sealed class ImageImports(Ground ground, ImagesModel images, ImageCdn cdn)
{
    public List<ImageTask> Tasks { get; } = [];

    private const string ImportTask = "os_glance_import_task";
    private static readonly TimeSpan DownloadGivesUp = TimeSpan.FromSeconds(1);

    /// <summary>The client that Glance's web-download is.</summary>
    public const string WebDownloadAgent = "Python-urllib/3.10";

    public void Stage(GlanceImage image, byte[] data)
    {
        if (image.Status != "queued")
            throw new RefusedException(
                Refusal.Conflict,
                $"Image status transition from {image.Status} to uploading is not allowed"
            );
        image.Staged = data;
        image.Size = data.LongLength;
        image.Status = "uploading";
        image.UpdatedAt = ground.Now;
    }

    /// <summary>
    /// glance-direct: what was staged is converted to raw and becomes active after
    /// <see cref="TwinPhysics.ImageConversion"/>.
    /// </summary>
    public ImageTask ImportStaged(GlanceImage image, KeystoneUser by, string requestId)
    {
        if (image.Status != "uploading" || image.Staged is not { } data)
            throw new RefusedException(
                Refusal.Conflict,
                "Image needs to be staged before 'glance-direct' method can be used"
            );
        var task = Begin(image, by, requestId, "glance-direct", null);
        ConvertToRaw(image, task, data);
        return task;
    }

    /// <summary>
    /// web-download: accepted at once; a host that refuses, or the CDN that refuses urllib,
    /// leaves the image queued, and only the task says so.
    /// </summary>
    public ImageTask ImportFromWeb(GlanceImage image, KeystoneUser by, string requestId, string uri)
    {
        if (image.Status != "queued")
            throw new RefusedException(
                Refusal.Conflict,
                "Image needs to be in 'queued' state to use 'web-download' method"
            );
        if (!PassesFilter(uri))
            throw new RefusedException(Refusal.Invalid, $"URI for web-download does not pass filtering: {uri}");
        var task = Begin(image, by, requestId, "web-download", uri);
        if (Fetch(uri) is { } data)
            ConvertToRaw(image, task, data);
        else
            ground.Clock.In(DownloadGivesUp, () => End(image, task, "failure", "Task failed due to Internal Error"));
        return task;
    }

    /// <summary>http or https, port 80 or 443, and no host of the machine itself (captures).</summary>
    private static bool PassesFilter(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
        && parsed.Scheme is "http" or "https"
        && parsed.Port is 80 or 443
        && !parsed.IsLoopback
        && !parsed.Host.StartsWith("127.", StringComparison.Ordinal)
        && !parsed.Host.StartsWith("169.254.", StringComparison.Ordinal);

    private byte[]? Fetch(string uri)
    {
        var host = new Uri(uri).Host;
        if (uri == ground.Plan.ImageUrl)
            return cdn.Refuses(WebDownloadAgent) || cdn.Truncates ? null : cdn.Image;
        return ground.Plan.ImageHosts.Contains(host) ? DiskImage.Qcow2(uri, 3758096384) : null;
    }

    private ImageTask Begin(GlanceImage image, KeystoneUser by, string requestId, string method, string? uri)
    {
        if (image.ContainerFormat is null)
            throw new RefusedException(Refusal.Conflict, "'container_format' needs to be set before import");
        if (image.DiskFormat is null)
            throw new RefusedException(Refusal.Conflict, "'disk_format' needs to be set before import");
        var task = new ImageTask
        {
            Id = ground.NewId(),
            ImageId = image.Id,
            OwnerId = image.OwnerId,
            UserId = by.Id,
            RequestId = requestId,
            Method = method,
            Uri = uri,
            CreatedAt = ground.Now,
            UpdatedAt = ground.Now,
        };
        Tasks.Add(task);
        image.Properties[ImportTask] = task.Id;
        return task;
    }

    private void ConvertToRaw(GlanceImage image, ImageTask task, byte[] data)
    {
        image.Status = "importing";
        image.UpdatedAt = ground.Now;
        ground.Clock.In(
            ground.Plan.Physics.ImageConversion,
            () =>
            {
                // Who deletes an image in mid-import is left with a failed task and nothing else.
                if (!images.All.Contains(image))
                {
                    End(image, task, "failure", "Image not found");
                    return;
                }

                image.DiskFormat = "raw";
                image.Staged = null;
                End(image, task, "success", "");
                images.Fill(image, DiskImage.ToRaw(data));
            }
        );
    }

    private void End(GlanceImage image, ImageTask task, string status, string message)
    {
        task.Status = status;
        task.Message = message;
        task.UpdatedAt = ground.Now;
        image.Properties.Remove(ImportTask);
        image.Properties["os_glance_importing_to_stores"] = "";
        image.Properties["os_glance_failed_import"] = "";
        image.UpdatedAt = ground.Now;
    }
}
