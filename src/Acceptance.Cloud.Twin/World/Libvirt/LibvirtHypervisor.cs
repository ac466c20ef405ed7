using Acceptance.Cloud.Twin.World.Hosts;

namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>
/// The hypervisor on the jumphost: a domain a host, with vda (the OS) and vdb (the OSD), a NIC a plane,
/// and the snapshot baseline of D-012.
/// </summary>
internal sealed class LibvirtHypervisor
{
    public const string Images = "/var/lib/libvirt/images";

    /// <summary>The isolated network that phase-00 step 3 removes (bridge virbr6, no L3).</summary>
    public const string IdleNetwork = "8_lbaas";

    private const long OsDisk = 256L << 30;
    private const long OsdDisk = 512L << 30;
    private const long Used = 96L << 30;

    /// <summary>How long a host takes to power off when it is asked to.</summary>
    private static readonly TimeSpan GuestShutdown = TimeSpan.FromSeconds(45);

    private static readonly string[] PlaneNetworks = ["1_provider", "2_metal", "3_data", "4_storage", "5_replication"];

    private readonly WorldPlan _plan;

    public LibvirtHypervisor(Ground ground, IReadOnlyList<HostMachine> hosts)
    {
        _plan = ground.Plan;
        Node = new LibvirtNode(Store, () => ground.Now);
        Node.Networks.Add(
            new LibvirtNetwork("default", ground.NewId(), "virbr0") { Forward = "nat", Address = "192.168.122.1" }
        );
        foreach (var (name, i) in PlaneNetworks.Select((name, i) => (name, i)))
            Node.Networks.Add(
                new LibvirtNetwork(name, ground.NewId(), $"virbr{i + 1}") { Active = true, Autostart = true }
            );
        if (ground.Plan.BeforeTeardown)
            Node.Networks.Add(
                new LibvirtNetwork(IdleNetwork, ground.NewId(), "virbr6") { Active = true, Autostart = true }
            );
        foreach (var host in hosts)
            Add(host, ground.NewId());
        Node.ShutdownAsked += domain =>
            ground.Clock.In(
                GuestShutdown,
                () =>
                {
                    if (domain.Running)
                        Node.Stop(domain, "shutdown");
                }
            );
    }

    public LibvirtNode Node { get; }

    public DiskStore Store { get; } = new();

    public IReadOnlyList<LibvirtDomain> Domains => Node.Domains;

    public LibvirtDomain? Find(string nameOrUuidOrId) => Node.Find(nameOrUuidOrId);

    /// <summary>
    /// What stat says of a file's owner: libvirt owns what a running domain holds (dynamic ownership;
    /// Ubuntu's group is kvm).
    /// </summary>
    public string OwnerOf(DiskFile file) => Node.HolderOf(file) is null ? file.Owner : "libvirt-qemu:kvm";

    /// <summary>
    /// Snapshot 1 between the deploy and the tenant's first resource,
    /// Snapshot 2 after the tenant set-up, on every disk.
    /// </summary>
    public void TakeBaseline(LibvirtDomain domain)
    {
        DateTimeOffset[] moments = [_plan.DeployedAt.AddHours(18), _plan.TenantSetupAt.AddHours(6)];
        domain.Snapshots.Clear();
        foreach (
            var file in domain.Disks.Select(disk => disk.File).OfType<DiskFile>().Where(file => file.CanCarrySnapshots)
        )
        {
            file.Snapshots.Clear();
            foreach (var (tag, taken) in _plan.SnapshotTags.Zip(moments))
                file.Snapshots.Add(
                    new QcowSnapshot($"{file.Snapshots.Count + 1}", tag, taken, taken - _plan.DeployedAt)
                );
        }

        foreach (var (tag, taken) in _plan.SnapshotTags.Zip(moments))
            domain.Snapshots.Add(new DomainSnapshot(tag, taken, "running", domain.Snapshots.LastOrDefault()?.Name));
    }

    private void Add(HostMachine host, string uuid)
    {
        var memory = host.MemoryMb * 1024L;
        var domain = new LibvirtDomain(host.Name, uuid, host)
        {
            Vcpus = host.Vcpus,
            ConfiguredMaxMemory = memory,
            ConfiguredMemory = memory,
            Autostart = true,
        };
        foreach (
            var (target, path, size) in new[]
            {
                ("vda", $"{Images}/{host.Name}.qcow2", OsDisk),
                ("vdb", $"{Images}/{host.Name}-1.qcow2", OsdDisk),
            }
        )
        {
            var file = DiskFile.Blank(path, size);
            file.Fill(Used);
            file.Mode = "600";
            Store.Put(file);
            domain.Disks.Add(new DomainDisk(target, path, Store));
        }

        foreach (var (network, nic) in PlaneNetworks.Append(IdleNetwork).Select((network, nic) => (network, nic)))
        {
            if (Node.FindNetwork(network) is not null)
                domain.Interfaces.Add(new DomainInterface(Mac(host, nic), "network", network, "virtio"));
        }

        domain.TurnOn(Node.NewId(), "booted");
        Node.Domains.Add(domain);
        TakeBaseline(domain);
        host.PowerChanged += changed =>
        {
            if (changed.PoweredOn && domain.Id is null)
                domain.TurnOn(Node.NewId(), "booted");
            else if (!changed.PoweredOn)
                domain.Settle("shutdown");
        };
    }

    /// <summary>The n-th NIC of a host; MAAS and Juju show the same.</summary>
    public static string Mac(HostMachine host, int nic) =>
        $"52:54:00:{(host.Index >> 8) & 255:x2}:{host.Index & 255:x2}:{nic + 1:x2}";
}
