using Acceptance.Cloud.Twin.World.HaProxy;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Libvirt;
using Acceptance.Cloud.Twin.World.Maas;
using Acceptance.Cloud.Twin.World.MySql;
using Acceptance.Cloud.Twin.World.Nginx;
using Acceptance.Cloud.Twin.World.Ovn;
using Acceptance.Cloud.Twin.World.Vault;

namespace Acceptance.Cloud.Twin.World;

/// <summary>The machines, what runs on them, and who looks after them.</summary>
public sealed partial class TwinWorld
{
    private readonly Dictionary<string, HostFiles> _guests = new(StringComparer.Ordinal);

    /// <summary>The hyperconverged hosts, one a name of the plan.</summary>
    public IReadOnlyList<HostMachine> Hosts { get; private set; } = null!;

    public Jumphost Jumphost { get; private set; } = null!;

    public JujuModel Juju { get; private set; } = null!;

    public VaultServer Vault { get; private set; } = null!;

    public InnoDbCluster MySql { get; private set; } = null!;

    public OvnCentral Ovn { get; private set; } = null!;

    public HaProxyFleet HaProxy { get; private set; } = null!;

    /// <summary>The jumphost's reverse proxy.</summary>
    public NginxServer Nginx { get; private set; } = null!;

    /// <summary>The magnum-conductor process and the driver on its host's disk.</summary>
    public ConductorProcess Conductor { get; private set; } = null!;

    public MaasRegion Maas { get; private set; } = null!;

    public LibvirtHypervisor Libvirt { get; private set; } = null!;

    /// <summary>From tenant VMs the public VIPs are dark (the class of D-035).</summary>
    public bool TenantsCannotReachVips { get; set; }

    /// <summary>The host of that name, as Nova's hypervisor_hostname, MAAS and libvirt call it.</summary>
    public HostMachine? Host(string name) =>
        Hosts.FirstOrDefault(host => host.Name == name || name.StartsWith(host.Name + ".", StringComparison.Ordinal));

    /// <summary>The files of a tenant VM that has a shell.</summary>
    public HostFiles GuestFiles(string server)
    {
        lock (Gate)
        {
            if (_guests.TryGetValue(server, out var files))
                return files;
            files = _guests[server] = new HostFiles();
            files.Declare("/etc/hostname", server + "\n");
            files.Declare("/home/ubuntu/.bashrc", "");
            return files;
        }
    }

    partial void BuildHosts()
    {
        Hosts = [.. Plan.Hosts.Select((name, index) => new HostMachine(this, name, index))];
        Jumphost = new Jumphost(Plan.JumphostName);
        Juju = new JujuModel(this);
        Vault = new VaultServer(this);
        MySql = new InnoDbCluster(this);
        Ovn = new OvnCentral(this);
        HaProxy = new HaProxyFleet(this);
        Nginx = new NginxServer(this);
        Conductor = new ConductorProcess(this);
        Maas = new MaasRegion(this);
        Libvirt = new LibvirtHypervisor(this);
        HostFurniture.Place(this);
        HostPower.Follow(this);
        Juju.UpdateStatus();
        KeepUpdatingStatus();
    }

    /// <summary>Charms look at themselves every five minutes (Juju's update-status-hook-interval).</summary>
    private void KeepUpdatingStatus() =>
        Clock.In(
            Plan.Physics.UpdateStatus,
            () =>
            {
                Juju.UpdateStatus();
                KeepUpdatingStatus();
            }
        );
}
