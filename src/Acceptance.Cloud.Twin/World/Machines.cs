using Acceptance.Cloud.Twin.World.HaProxy;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Libvirt;
using Acceptance.Cloud.Twin.World.Maas;
using Acceptance.Cloud.Twin.World.MySql;
using Acceptance.Cloud.Twin.World.Nginx;
using Acceptance.Cloud.Twin.World.Ovn;
using Acceptance.Cloud.Twin.World.Secrets;
using Acceptance.Cloud.Twin.World.Vault;

namespace Acceptance.Cloud.Twin.World;

/// <summary>The machines, what runs on them, and who looks after them.</summary>
internal sealed class Machines
{
    private readonly Ground _ground;

    public Machines(Ground ground)
    {
        _ground = ground;
        Hosts = [.. ground.Plan.Hosts.Select((name, index) => new HostMachine(ground, name, index))];
        foreach (var host in Hosts)
            host.CarrierChanged += () => ground.Provider.Carry(Hosts.Any(one => !one.NicBridgedByJuju));
        Jumphost = new Jumphost(ground.Plan.JumphostName, ground.Plan.JumphostHome);
        Juju = new JujuModel(ground, Hosts);
        Vaults = VaultServer.All(ground, Juju);
        MySql = new InnoDbCluster(ground, Juju);
        Ovn = new OvnCentral(ground, Juju);
        HaProxy = new HaProxyFleet(ground, Juju);
        Nginx = new NginxServer(ground, Juju, Jumphost);
        Libvirt = new LibvirtHypervisor(ground, Hosts);
        Maas = new MaasRegion(ground, Hosts, Libvirt);
        Juju.Released += Maas.Decompose;
        ComputeHosts = [.. Hosts.Where(Juju.Computes)];
        HostFurniture.Place(ground, ComputeHosts, Juju);
        Conductor = new ConductorProcess(ground, Juju);
        TrustPolicy = new TrustPolicy(Juju);
        Secrets = new SecretStore(ground, Juju, Vaults);
        Power = new HostPower(ground, Juju, Vaults, MySql, Ovn);
        Power.Follow();
        UpdateStatus();
    }

    public IReadOnlyList<HostMachine> Hosts { get; }

    /// <summary>The hosts that carry a compute unit.</summary>
    public IReadOnlyList<HostMachine> ComputeHosts { get; }

    public Jumphost Jumphost { get; }

    public JujuModel Juju { get; }

    public IReadOnlyList<VaultServer> Vaults { get; }

    public InnoDbCluster MySql { get; }

    public OvnCentral Ovn { get; }

    public HaProxyFleet HaProxy { get; }

    public NginxServer Nginx { get; }

    public ConductorProcess Conductor { get; }

    public LibvirtHypervisor Libvirt { get; }

    public MaasRegion Maas { get; }

    public HostPower Power { get; }

    /// <summary>Keystone's policy files.</summary>
    public TrustPolicy TrustPolicy { get; }

    /// <summary>Barbican, and Vault behind it.</summary>
    public SecretStore Secrets { get; }

    /// <summary>Charms look at themselves every five minutes (Juju's update-status-hook-interval).</summary>
    private void UpdateStatus()
    {
        Juju.UpdateStatus();
        _ground.Clock.In(_ground.Plan.Physics.UpdateStatus, UpdateStatus);
    }
}
