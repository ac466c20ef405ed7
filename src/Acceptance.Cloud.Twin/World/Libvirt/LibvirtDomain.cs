using Acceptance.Cloud.Twin.World.Hosts;

namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>One KVM domain. A host's domain has the host's power; one that somebody defined has its own.</summary>
internal sealed class LibvirtDomain(string name, string uuid, HostMachine? host = null)
{
    private bool _active;

    public string Name { get; } = name;

    public string Uuid { get; } = uuid;

    /// <summary>The machine it is; null for a domain that is none of the cloud's hosts.</summary>
    public HostMachine? Host { get; } = host;

    /// <summary>Minted at each start; null while shut off.</summary>
    public int? Id { get; set; }

    public List<DomainDisk> Disks { get; } = [];

    public List<DomainInterface> Interfaces { get; } = [];

    /// <summary>Of the domain as a whole, oldest first (virsh snapshot-list).</summary>
    public List<DomainSnapshot> Snapshots { get; } = [];

    public int Vcpus { get; init; } = 1;

    /// <summary>KiB, of the definition: what the next start takes.</summary>
    public long ConfiguredMaxMemory { get; set; }

    public long ConfiguredMemory { get; set; }

    /// <summary>KiB, of the running guest.</summary>
    public long LiveMaxMemory { get; set; }

    public long LiveMemory { get; set; }

    public bool Persistent { get; set; } = true;

    public bool Autostart { get; init; }

    /// <summary>Why it is in its state: "booted", "shutdown", "destroyed", "crashed", "unknown".</summary>
    public string Reason { get; set; } = "unknown";

    public bool Running => Host?.PoweredOn ?? _active;

    /// <summary>"running", "shut off".</summary>
    public string State => Running ? "running" : "shut off";

    public long MaxMemory => Running ? LiveMaxMemory : ConfiguredMaxMemory;

    public long Memory => Running ? LiveMemory : ConfiguredMemory;

    /// <summary>Power on: what was configured becomes live, and the disks' files are held.</summary>
    internal void TurnOn(int id, string reason)
    {
        (Id, Reason) = (id, reason);
        (LiveMaxMemory, LiveMemory) = (ConfiguredMaxMemory, ConfiguredMemory);
        foreach (var disk in Disks)
            disk.Held = disk.File;
        _active = true;
        if (Host is null)
            return;
        Host.MemoryMb = (int)(LiveMemory >> 10);
        Host.PowerOn();
    }

    internal void TurnOff(string reason)
    {
        _active = false;
        Host?.PowerOff();
        Settle(reason);
    }

    /// <summary>It has stopped, whoever stopped it.</summary>
    internal void Settle(string reason)
    {
        (Id, Reason) = (null, reason);
        foreach (var disk in Disks)
            disk.Held = null;
    }

    /// <summary>setmaxmem: only the definition can be changed while the domain runs.</summary>
    public void SetMaxMemory(long kib, bool config)
    {
        if (Running && !config)
            throw LibvirtRefusedException.Invalid(
                "Unable to change MaxMemorySize",
                "cannot resize the maximum memory on an active domain"
            );
        ConfiguredMaxMemory = kib;
        ConfiguredMemory = Math.Min(ConfiguredMemory, kib);
    }

    /// <summary>setmem: the definition, or the balloon of the running guest.</summary>
    public void SetMemory(long kib, bool config)
    {
        if (!Running && !config)
            throw new LibvirtRefusedException("Requested operation is not valid: domain is not running");
        if (kib > (config ? ConfiguredMaxMemory : LiveMaxMemory))
            throw new LibvirtRefusedException("invalid argument: cannot set memory higher than max memory");
        if (config)
            ConfiguredMemory = kib;
        else
            LiveMemory = kib;
    }

    /// <summary>An internal snapshot: of the domain, and in each of its qcow2 files.</summary>
    public void TakeSnapshot(string name, DateTimeOffset now)
    {
        if (Snapshots.Exists(one => one.Name == name))
            throw new LibvirtRefusedException($"operation failed: domain snapshot {name} already exists");
        if (Disks.Find(disk => disk is { Device: "disk", File.CanCarrySnapshots: false }) is { } raw)
            throw new LibvirtRefusedException(
                $"unsupported configuration: internal snapshot for disk {raw.Target} unsupported for storage type raw"
            );
        Snapshots.Add(new DomainSnapshot(name, now, Running ? "running" : "shutoff", Snapshots.LastOrDefault()?.Name));
        foreach (var file in Disks.Select(disk => disk.File).OfType<DiskFile>().Where(file => file.CanCarrySnapshots))
            file.TakeSnapshot(
                new QcowSnapshot(
                    $"{file.Snapshots.Count + 1}",
                    name,
                    now,
                    Running ? TimeSpan.FromSeconds(2.345) : TimeSpan.Zero
                )
                {
                    Running = Running,
                }
            );
    }
}
