namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>The hypervisor on the jumphost: a domain a host, with vda (the OS) and vdb (the OSD), and the snapshot baseline of D-012.</summary>
public sealed class LibvirtHypervisor
{
    public const string Images = "/var/lib/libvirt/images";

    private const long OsDisk = 256L << 30;
    private const long OsdDisk = 512L << 30;

    private readonly TwinWorld _world;

    public LibvirtHypervisor(TwinWorld world)
    {
        _world = world;
        Domains = [.. world.Hosts.Select(host => new LibvirtDomain(host.Index + 1, world.NewId(), host,
        [
            new DomainDisk("vda", $"{Images}/{host.Name}.qcow2", OsDisk),
            new DomainDisk("vdb", $"{Images}/{host.Name}-1.qcow2", OsdDisk),
        ]))];
        foreach (var domain in Domains) TakeBaseline(domain);
    }

    public IReadOnlyList<LibvirtDomain> Domains { get; }

    public LibvirtDomain? Find(string nameOrUuidOrId) =>
        Domains.FirstOrDefault(domain => domain.Name == nameOrUuidOrId || domain.Uuid == nameOrUuidOrId || (domain.Running && $"{domain.Id}" == nameOrUuidOrId));

    public (LibvirtDomain Domain, DomainDisk Disk)? DiskAt(string path) =>
        Domains.SelectMany(domain => domain.Disks, (domain, disk) => (domain, disk))
            .Where(pair => pair.disk.Path == path).Select(pair => ((LibvirtDomain, DomainDisk)?)pair).FirstOrDefault();

    /// <summary>Snapshot 1 between the deploy and the tenant's first resource, Snapshot 2 after the tenant set-up, on every disk.</summary>
    public void TakeBaseline(LibvirtDomain domain)
    {
        DateTimeOffset[] moments = [_world.Plan.DeployedAt.AddHours(18), _world.Plan.TenantSetupAt.AddHours(6)];
        foreach (var disk in domain.Disks)
        {
            disk.Snapshots.Clear();
            foreach (var (tag, taken) in _world.Plan.SnapshotTags.Zip(moments))
                disk.Snapshots.Add(new QcowSnapshot($"{disk.Snapshots.Count + 1}", tag, taken, taken - domain.Host.BootedAt));
        }
    }
}
