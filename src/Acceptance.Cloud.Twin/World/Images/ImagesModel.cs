using System.Security.Cryptography;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.World.Images;

/// <summary>Glance's images.</summary>
internal sealed class ImagesModel(Ground ground)
{
    /// <summary>Newest first, as Glance lists them.</summary>
    public IEnumerable<GlanceImage> Newest => All.AsEnumerable().Reverse();

    public List<GlanceImage> All { get; } = [];

    /// <summary>By id, else by name (the newest of several that is not hidden).</summary>
    public GlanceImage? Find(string nameOrId) => Find(nameOrId, _ => true);

    /// <summary>The same among those that somebody sees.</summary>
    public GlanceImage? Find(string nameOrId, Func<GlanceImage, bool> sees)
    {
        lock (ground.Gate)
            return All.Find(image => image.Id == nameOrId && sees(image))
                ?? Newest.FirstOrDefault(image => image.Name == nameOrId && !image.Hidden && sees(image));
    }

    /// <summary>
    /// What a project means by a name: what is private to another only where nothing else bears it, which an
    /// administrator is shown (captures). Members of a shared image are not kept: it is shared with everybody.
    /// </summary>
    public GlanceImage? Find(string nameOrId, string projectId, Func<GlanceImage, bool> sees)
    {
        lock (ground.Gate)
            return Find(nameOrId, image => sees(image) && (image.OwnerId == projectId || image.Visibility != "private"))
                ?? Find(nameOrId, sees);
    }

    /// <summary>A new record without data: queued.</summary>
    public GlanceImage Create(
        string? name,
        KeystoneProject owner,
        string? diskFormat,
        string? containerFormat,
        string? id = null
    )
    {
        var image = new GlanceImage
        {
            Id = id ?? ground.NewId(),
            Name = name,
            OwnerId = owner.Id,
            DiskFormat = diskFormat,
            ContainerFormat = containerFormat,
            CreatedAt = ground.Now,
            UpdatedAt = ground.Now,
        };
        All.Add(image);
        return image;
    }

    /// <summary>An image that has been there since an earlier phase: active, with data.</summary>
    public GlanceImage Seed(
        string name,
        KeystoneProject owner,
        string diskFormat,
        string visibility,
        byte[] data,
        params ReadOnlySpan<(string Key, string Value)> properties
    )
    {
        var image = Create(name, owner, diskFormat, "bare");
        image.Visibility = visibility;
        foreach (var (key, value) in properties)
            image.Properties[key] = value;
        Fill(image, data);
        return image;
    }

    /// <summary>A plain PUT of the data: active at once, in the format it came in (CORRECTION-1).</summary>
    public void Upload(GlanceImage image, byte[] data)
    {
        if (image.Status != "queued")
            throw new RefusedException(
                Refusal.Conflict,
                $"Image status transition from {image.Status} to saving is not allowed"
            );
        Fill(image, data);
    }

    public void Delete(GlanceImage image)
    {
        if (image.Protected)
            throw new RefusedException(Refusal.Forbidden, $"Image {image.Id} is protected and cannot be deleted.");
        All.Remove(image);
    }

    internal void Fill(GlanceImage image, byte[] data)
    {
        image.Data = data;
        image.Size = data.LongLength;
        image.VirtualSize = image.DiskFormat == "raw" ? data.LongLength : DiskImage.VirtualSize(data);
        image.Md5 = Convert.ToHexStringLower(MD5.HashData(data));
        image.Sha512 = Convert.ToHexStringLower(SHA512.HashData(data));
        image.Status = "active";
        image.UpdatedAt = ground.Now;
        ground.SomethingAppeared();
    }
}
