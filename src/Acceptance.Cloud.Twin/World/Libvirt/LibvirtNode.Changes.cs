namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>What virsh changes in definitions: NICs, memory, networks, snapshots.</summary>
public sealed partial class LibvirtNode
{
    /// <summary>detach-interface. The type and the MAC are looked up first, by virsh itself; then the driver is asked.</summary>
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

    /// <summary>setmaxmem: only the definition can be changed while the domain runs.</summary>
    public static void SetMaxMemory(LibvirtDomain domain, long kib, bool config)
    {
        if (domain.Running && !config)
            throw LibvirtRefusedException.Invalid(
                "Unable to change MaxMemorySize",
                "cannot resize the maximum memory on an active domain"
            );
        domain.ConfiguredMaxMemory = kib;
        domain.ConfiguredMemory = Math.Min(domain.ConfiguredMemory, kib);
    }

    /// <summary>setmem: the definition, or the balloon of the running guest.</summary>
    public static void SetMemory(LibvirtDomain domain, long kib, bool config)
    {
        if (!domain.Running && !config)
            throw new LibvirtRefusedException("Requested operation is not valid: domain is not running");
        if (kib > (config ? domain.ConfiguredMaxMemory : domain.LiveMaxMemory))
            throw new LibvirtRefusedException("invalid argument: cannot set memory higher than max memory");
        if (config)
            domain.ConfiguredMemory = kib;
        else
            domain.LiveMemory = kib;
    }

    /// <summary>Nobody asks who is on it: a domain that refers to it keeps the reference, and does not start again.</summary>
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
                $"cannot undefine transient network"
            );
        network.Persistent = false;
        if (!network.Active)
            Networks.Remove(network);
    }

    /// <summary>An internal snapshot: of the domain, and in each of its qcow2 files.</summary>
    public void TakeSnapshot(LibvirtDomain domain, string name)
    {
        if (domain.Snapshots.Exists(one => one.Name == name))
            throw new LibvirtRefusedException($"operation failed: domain snapshot {name} already exists");
        domain.Snapshots.Add(
            new DomainSnapshot(
                name,
                Now,
                domain.Running ? "running" : "shutoff",
                domain.Snapshots.LastOrDefault()?.Name
            )
        );
        foreach (var file in domain.Disks.Select(disk => disk.File).OfType<DiskFile>())
            file.TakeSnapshot(
                new QcowSnapshot(
                    $"{file.Snapshots.Count + 1}",
                    name,
                    Now,
                    domain.Running ? TimeSpan.FromSeconds(2.345) : TimeSpan.Zero
                )
                {
                    Running = domain.Running,
                }
            );
    }
}
