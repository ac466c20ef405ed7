namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>The jumphost's hypervisor as libvirt shows it.</summary>
public sealed partial class LibvirtNode(DiskStore store, Func<DateTimeOffset> now)
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

    /// <summary>It stops; a transient one is no more.</summary>
    public void Stop(LibvirtDomain domain, string reason)
    {
        domain.TurnOff(reason);
        if (!domain.Persistent)
            Domains.Remove(domain);
    }

    internal int NewId() => _nextId++;
}
