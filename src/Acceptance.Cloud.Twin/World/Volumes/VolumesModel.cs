using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.World.Volumes;

/// <summary>Cinder's state: volumes that are there, come and go; no attachments.</summary>
public sealed class VolumesModel(TwinWorld world)
{
    /// <summary>Gigabytes of a project.</summary>
    public const int Quota = 1000;

    private static readonly TimeSpan Creation = TimeSpan.FromSeconds(3);

    /// <summary>Oldest first; Cinder lists the newest first.</summary>
    public List<CinderVolume> All { get; } = [];

    /// <summary>The one volume type there is.</summary>
    public string TypeId { get; } = world.NewId();

    public int Used(string projectId) =>
        All.Where(volume => volume.ProjectId == projectId).Sum(volume => volume.SizeGb);

    /// <summary>A new volume: creating, and available soon.</summary>
    public CinderVolume Create(TokenGrant by, string? name, string? description, int sizeGb)
    {
        if (Used(by.ProjectId) + sizeGb > Quota)
        {
            throw new RefusedException(
                Refusal.OverQuota,
                $"VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. Requested {sizeGb}G, quota is {Quota}G and "
                    + $"{Used(by.ProjectId)}G has been consumed."
            );
        }

        var volume = new CinderVolume
        {
            Id = world.NewId(),
            Name = name,
            Description = description,
            ProjectId = by.ProjectId,
            UserId = by.UserId,
            SizeGb = sizeGb,
            CreatedAt = world.Now,
        };
        All.Add(volume);
        world.Clock.In(
            Creation,
            () =>
            {
                if (volume.Status != "creating")
                    return;
                volume.Status = "available";
                volume.UpdatedAt = world.Now;
            }
        );
        return volume;
    }

    public List<VolumeSnapshot> Snapshots { get; } = [];

    public VolumeSnapshot Snap(CinderVolume volume, string? name, string? description)
    {
        if (volume.Status != "available")
            throw new RefusedException(
                Refusal.Invalid,
                $"Invalid volume: Volume {volume.Id} status must be available, but current status is: {volume.Status}."
            );
        var snapshot = new VolumeSnapshot
        {
            Id = world.NewId(),
            Name = name,
            Description = description,
            Volume = volume,
            CreatedAt = world.Now,
        };
        Snapshots.Add(snapshot);
        world.Clock.In(Creation, () => (snapshot.Status, snapshot.UpdatedAt) = ("available", world.Now));
        return snapshot;
    }

    public void Delete(VolumeSnapshot snapshot)
    {
        snapshot.Status = "deleting";
        world.Clock.In(Creation, () => Snapshots.Remove(snapshot));
    }

    public void Delete(CinderVolume volume)
    {
        if (volume.Status != "available" || Snapshots.Exists(snapshot => snapshot.Volume == volume))
        {
            throw new RefusedException(
                Refusal.Invalid,
                "Invalid volume: Volume status must be available or error or error_restoring or error_extending or error_managing and must not be migrating, "
                    + "attached, belong to a group, have snapshots, awaiting a transfer, or be disassociated from snapshots after volume transfer."
            );
        }

        volume.Status = "deleting";
        world.Clock.In(Creation, () => All.Remove(volume));
    }
}
