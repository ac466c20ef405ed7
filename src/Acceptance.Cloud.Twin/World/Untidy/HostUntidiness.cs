using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.World.Untidy;

/// <summary>Hosts and units as operators furnish them.</summary>
internal static class HostUntidiness
{
    private const long DataDisk = 64L << 30;
    private const long Seed = 376832;

    public static IEnumerable<Untidiness> All() =>
        [
            new("raw-disks", "each domain has a raw data disk and a cloud-init ISO, which can carry no snapshot")
            {
                Leaves = world =>
                {
                    foreach (var domain in world.Libvirt.Domains.Where(domain => domain.Host is not null))
                        AddDisks(world.Libvirt.Store, domain);
                },
            },
            new("more-snapshots", "an operator took a snapshot of each host before an upgrade, and kept it")
            {
                Leaves = world =>
                {
                    foreach (var domain in world.Libvirt.Domains)
                        Snapshot(domain, world.Plan.TenantSetupAt.AddHours(20), world.Plan.DeployedAt);
                },
            },
            new("other-domain", "the hypervisor has a domain that is no host of the cloud, and is shut off")
            {
                Leaves = world => world.Libvirt.Node.Domains.Add(new LibvirtDomain("win11-lab", world.NewId())),
            },
            new("openrc-clears", "the openrc clears in a loop what another one left in the shell")
            {
                Plans = plan => plan with { OpenRcClears = true },
            },
            new("no-check", "each haproxy has a server that it does not check")
            {
                Plans = plan => plan with { UncheckedServers = true },
            },
        ];

    private static void Snapshot(LibvirtDomain domain, DateTimeOffset taken, DateTimeOffset booted)
    {
        foreach (
            var file in domain.Disks.Select(disk => disk.File).OfType<DiskFile>().Where(file => file.CanCarrySnapshots)
        )
            file.TakeSnapshot(
                new QcowSnapshot($"{file.Snapshots.Count + 1}", "before-upgrade", taken, taken - booted)
                {
                    Running = true,
                }
            );
    }

    private static void AddDisks(DiskStore store, LibvirtDomain domain)
    {
        var data = DiskFile.Raw($"{LibvirtHypervisor.Images}/{domain.Name}-data.raw", DataDisk);
        var seed = DiskFile.Raw($"{LibvirtHypervisor.Images}/{domain.Name}-seed.iso", Seed);
        store.Put(data);
        store.Put(seed);
        DomainDisk[] disks =
        [
            new DomainDisk("vdc", data.Path, store),
            new DomainDisk("sda", seed.Path, store) { Device = "cdrom" },
        ];
        foreach (var disk in disks)
        {
            disk.Held = domain.Running ? disk.File : null;
            domain.Disks.Add(disk);
        }
    }
}
