namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>
/// A hypervisor as libvirt shows it. Two drivers are played: qemu's on the jumphost, and libvirt's own test driver (test:///default), which forgets
/// at exit and is more lenient or stricter in a few places (captures: host-tools/README).
/// </summary>
public sealed partial class LibvirtNode(DiskStore store, Func<DateTimeOffset> now, Func<string> newId)
{
    private int _nextId = 1;

    /// <summary>libvirt's test driver: a domain "test" and a network "default" of no hypervisor.</summary>
    public bool IsTestDriver { get; init; }

    /// <summary>libvirtd runs; stopped, its socket has gone too.</summary>
    public bool DaemonRunning { get; set; } = true;

    public List<LibvirtDomain> Domains { get; } = [];

    public List<LibvirtNetwork> Networks { get; } = [];

    public DiskStore Store { get; } = store;

    public DateTimeOffset Now => now();

    /// <summary>A fresh node of the test driver.</summary>
    public static LibvirtNode Test(Func<DateTimeOffset> now, Func<string> newId)
    {
        var store = new DiskStore();
        var node = new LibvirtNode(store, now, newId) { IsTestDriver = true };
        var domain = new LibvirtDomain("test", newId())
        {
            Vcpus = 2,
            ConfiguredMaxMemory = 8388608,
            ConfiguredMemory = 2097152,
            Architecture = "i686",
            BuiltIn = true,
        };
        domain.Disks.Add(new DomainDisk("vda", "/guest/diskimage1", store));
        domain.Interfaces.Add(new DomainInterface("aa:bb:cc:dd:ee:ff", "network", "default", null));
        domain.TurnOn(node._nextId++, "unknown");
        node.Domains.Add(domain);
        node.Networks.Add(
            new LibvirtNetwork("default", newId(), "virbr0")
            {
                Active = true,
                Forward = "nat",
                Address = "192.168.122.1",
            }
        );
        return node;
    }

    public LibvirtDomain? Find(string nameOrUuidOrId) =>
        Domains.Find(domain =>
            domain.Name == nameOrUuidOrId
            || domain.Uuid == nameOrUuidOrId
            || (domain.Id is { } id && $"{id}" == nameOrUuidOrId)
        );

    public LibvirtNetwork? FindNetwork(string nameOrUuid) =>
        Networks.Find(network => network.Name == nameOrUuid || network.Uuid == nameOrUuid);

    /// <summary>The running domain that holds this very file; null when none does.</summary>
    public LibvirtDomain? HolderOf(DiskFile file) =>
        Domains.Find(domain => domain.Running && domain.Disks.Exists(disk => ReferenceEquals(disk.Held, file)));

    public LibvirtDomain Define(string xml)
    {
        var defined = DomainXml.Read(xml, newId, Store);
        if (Find(defined.Name) is not { } old)
            Domains.Add(defined);
        else if (!old.Running)
            Domains[Domains.IndexOf(old)] = defined;
        else
            (old.ConfiguredMaxMemory, old.ConfiguredMemory, old.Persistent) = (
                defined.ConfiguredMaxMemory,
                defined.ConfiguredMemory,
                true
            );
        return defined;
    }

    public void Undefine(LibvirtDomain domain)
    {
        var command = $"Failed to undefine domain '{domain.Name}'";
        if (!domain.Running && domain.Snapshots.Count > 0)
            throw LibvirtRefusedException.Invalid(
                command,
                $"cannot delete inactive domain with {domain.Snapshots.Count} snapshots"
            );
        if (!domain.Persistent)
            throw LibvirtRefusedException.Invalid(command, "cannot undefine transient domain");
        domain.Persistent = false;
        if (!domain.Running)
            Domains.Remove(domain);
    }

    public void Start(LibvirtDomain domain)
    {
        if (domain.Running)
            throw new LibvirtRefusedException("Domain is already active");
        foreach (
            var source in domain
                .Interfaces.Where(one => one.Type == "network" && !IsTestDriver)
                .Select(one => one.Source!)
        )
        {
            if (FindNetwork(source) is not { } network)
                throw new LibvirtRefusedException(
                    $"Failed to start domain '{domain.Name}'",
                    $"Network not found: no network with matching name '{source}'"
                );
            if (!network.Active)
                throw LibvirtRefusedException.Invalid(
                    $"Failed to start domain '{domain.Name}'",
                    $"network '{source}' is not active"
                );
        }

        if (!IsTestDriver && domain.Disks.Find(disk => disk.File is null) is { } missing)
            throw new LibvirtRefusedException(
                $"Failed to start domain '{domain.Name}'",
                $"Cannot access storage file '{missing.Path}': No such file or directory"
            );
        domain.TurnOn(_nextId++, "booted");
    }

    public void Destroy(LibvirtDomain domain)
    {
        if (!domain.Running)
            throw LibvirtRefusedException.Invalid($"Failed to destroy domain '{domain.Name}'", "domain is not running");
        Stop(domain, "destroyed");
    }

    /// <summary>Asks the guest to power off. The test driver's guests do at once; a real one takes a while, or never does.</summary>
    public void Shutdown(LibvirtDomain domain)
    {
        if (!domain.Running)
        {
            throw new LibvirtRefusedException(
                $"Failed to shutdown domain '{domain.Name}'",
                IsTestDriver
                    ? $"internal error: domain '{domain.Name}' not running"
                    : "Requested operation is not valid: domain is not running"
            );
        }

        if (IsTestDriver)
            Stop(domain, "shutdown");
        else
            ShutdownAsked?.Invoke(domain);
    }

    /// <summary>A guest of the real driver was asked to power off.</summary>
    public event Action<LibvirtDomain>? ShutdownAsked;

    public void Suspend(LibvirtDomain domain, bool paused)
    {
        if (!domain.Running)
            throw LibvirtRefusedException.Invalid(
                $"Failed to {(paused ? "suspend" : "resume")} domain '{domain.Name}'",
                "domain is not running"
            );
        (domain.Paused, domain.Reason) = (paused, paused ? "user" : "unpaused");
    }

    /// <summary>It stops; a transient one is no more.</summary>
    public void Stop(LibvirtDomain domain, string reason)
    {
        domain.TurnOff(reason);
        if (!domain.Persistent)
            Domains.Remove(domain);
    }

    internal int NewId() => _nextId++;
}
