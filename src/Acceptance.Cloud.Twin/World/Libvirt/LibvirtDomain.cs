using Acceptance.Cloud.Twin.World.Hosts;

namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>One KVM domain of the jumphost's hypervisor; its state is its host's power.</summary>
public sealed class LibvirtDomain(int id, string uuid, HostMachine host, IReadOnlyList<DomainDisk> disks)
{
    public int Id { get; } = id;

    public string Name => Host.Name;

    public string Uuid { get; } = uuid;

    public HostMachine Host { get; } = host;

    public IReadOnlyList<DomainDisk> Disks { get; } = disks;

    public bool Running => Host.PoweredOn;

    /// <summary>"running", "shut off".</summary>
    public string State => Running ? "running" : "shut off";
}
