namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>The jumphost's hypervisor as libvirt shows it.</summary>
internal sealed class LibvirtNode(DiskStore store, Func<DateTimeOffset> now)
{
    private int _nextId = 1;

    /// <summary>libvirtd runs; stopped, its socket has gone too.</summary>
    public bool DaemonRunning { get; set; } = true;

    public List<LibvirtDomain> Domains { get; } = [];

    public List<LibvirtNetwork> Networks { get; } = [];

    public DiskStore Store { get; } = store;

    public DateTimeOffset Now => now();

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

    public void Start(LibvirtDomain domain)
    {
        if (domain.Running)
            throw new LibvirtRefusedException("Domain is already active");
        foreach (var source in domain.Interfaces.Where(one => one.Type == "network").Select(one => one.Source!))
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

        if (domain.Disks.Find(disk => disk.File is null) is { } missing)
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

    /// <summary>Asks the guest to power off, which takes a while.</summary>
    public void Shutdown(LibvirtDomain domain)
    {
        if (!domain.Running)
            throw new LibvirtRefusedException(
                $"Failed to shutdown domain '{domain.Name}'",
                "Requested operation is not valid: domain is not running"
            );
        ShutdownAsked?.Invoke(domain);
    }

    /// <summary>A guest was asked to power off.</summary>
    public event Action<LibvirtDomain>? ShutdownAsked;

    /// <summary>
    /// detach-interface. The type and the MAC are looked up first, by virsh itself; then the driver is asked.
    /// </summary>
    public void Detach(LibvirtDomain domain, string type, string? mac, bool live)
    {
        const string failed = "Failed to detach interface";
        var same = domain.Interfaces.Where(one => one.Type == type).ToList();
        if (same.Count == 0)
            throw new LibvirtRefusedException($"No interface found whose type is {type}", failed);
        if (mac is null && same.Count > 1)
            throw new LibvirtRefusedException(
                $"Domain has {same.Count} interfaces. Please specify which one to detach using --mac",
                failed
            );
        var found = mac is null
            ? same[0]
            : same.Find(one => string.Equals(one.Mac, mac, StringComparison.OrdinalIgnoreCase));
        if (found is null)
            throw new LibvirtRefusedException($"No interface with MAC address {mac} was found", failed);
        if (live && !domain.Running)
            throw LibvirtRefusedException.Invalid(failed, "domain is not running");
        domain.Interfaces.Remove(found);
    }

    /// <summary>
    /// Nobody asks who is on it: a domain that refers to it keeps the reference, and does not start again.
    /// </summary>
    public void DestroyNetwork(LibvirtNetwork network)
    {
        if (!network.Active)
            throw LibvirtRefusedException.Invalid(
                $"Failed to destroy network {network.Name}",
                $"network '{network.Name}' is not active"
            );
        network.Active = false;
        if (!network.Persistent)
            Networks.Remove(network);
    }

    /// <summary>An active network lives on as a transient one.</summary>
    public void UndefineNetwork(LibvirtNetwork network)
    {
        if (!network.Persistent)
            throw LibvirtRefusedException.Invalid(
                $"Failed to undefine network {network.Name}",
                "cannot undefine transient network"
            );
        network.Persistent = false;
        if (!network.Active)
            Networks.Remove(network);
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
