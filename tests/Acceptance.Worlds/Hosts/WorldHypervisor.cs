using Acceptance.Cloud;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Worlds.Hosts;

/// <summary>libvirt under the hosts, and the qcow2 files of its domains.</summary>
internal sealed class WorldHypervisor(TwinWorld world, WorldReadings readings) : IHypervisor
{
    public Task<Reading<IReadOnlyList<Domain>>> Domains(CancellationToken cancel = default) =>
        readings.Unknown<IReadOnlyList<Domain>>("domains");

    public Task<Reading<IReadOnlyList<DiskSnapshots>>> Snapshots(
        IReadOnlyCollection<string> domains,
        CancellationToken cancel = default
    )
    {
        const string question = "disk snapshots";
        lock (world.Gate)
        {
            LibvirtDomain?[] found = [.. domains.Select(world.Libvirt.Find)];
            return Task.FromResult(
                found.Any(domain => domain is null || domain.Disks.Any(disk => disk.File is null))
                    ? readings.Unread<IReadOnlyList<DiskSnapshots>>(question, Unreadable.NotFound)
                    : readings.Seen<IReadOnlyList<DiskSnapshots>>(
                        question,
                        [.. domains.Zip(found).SelectMany(one => one.Second!.Disks.Select(disk => Of(one.First, disk)))]
                    )
            );
        }
    }

    private static DiskSnapshots Of(string domain, DomainDisk disk) =>
        new(
            domain,
            disk.Target,
            disk.Path,
            [
                .. disk
                    .Snapshots.Select(snapshot => new DiskSnapshot(snapshot.Tag, snapshot.Taken.InSeconds()))
                    .OrderBy(snapshot => snapshot.Taken),
            ]
        )
        {
            Format = disk.File!.Format,
        };
}
