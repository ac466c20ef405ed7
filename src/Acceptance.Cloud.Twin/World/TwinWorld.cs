using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.HaProxy;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Libvirt;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Maas;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Management;
using Acceptance.Cloud.Twin.World.MySql;
using Acceptance.Cloud.Twin.World.Network;
using Acceptance.Cloud.Twin.World.Nginx;
using Acceptance.Cloud.Twin.World.Ovn;
using Acceptance.Cloud.Twin.World.Secrets;
using Acceptance.Cloud.Twin.World.Untidy;
using Acceptance.Cloud.Twin.World.Vault;
using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// The simulated cloud: state and rules, no wire formats. Everything is read and changed
/// while <see cref="Gate"/> is held.
/// It is made from the ground up: machines, the services on them, the clusters that these carry;
/// each floor knows the ones below.
/// </summary>
internal sealed class TwinWorld
{
    private readonly Ground _ground;
    private readonly Machines _machines;
    private readonly OpenStackServices _services;
    private readonly Clusters _clusters;

    public TwinWorld(WorldPlan plan, IListeners listeners)
    {
        _ground = new Ground(plan, listeners);
        Recorder = new FlightRecorder(Clock);
        lock (Gate)
        {
            _machines = new Machines(_ground);
            _services = new OpenStackServices(_ground, _machines.ComputeHosts);
            LoadBalancing.Amphorae.ImageTag = () => Juju.Application("octavia").Config["amp-image-tag"];
            _clusters = new Clusters(_ground, _services, _machines);
            new Crowd(_ground, Identity, _services.Infrastructure).Gather();
            UntidinessCatalogue.Leave(this);
        }
    }

    public WorldPlan Plan => _ground.Plan;

    public VirtualClock Clock => _ground.Clock;

    public object Gate => _ground.Gate;

    public DateTimeOffset Now => _ground.Now;

    public Random Random => _ground.Random;

    public Pki Pki => _ground.Pki;

    public IListeners Listeners => _ground.Listeners;

    public Ground Ground => _ground;

    public FlightRecorder Recorder { get; }

    /// <summary>The hyperconverged hosts, one a name of the plan.</summary>
    public IReadOnlyList<HostMachine> Hosts => _machines.Hosts;

    /// <summary>What goes down and comes back with a host or a container.</summary>
    public HostPower HostPower => _machines.Power;

    public Jumphost Jumphost => _machines.Jumphost;

    public JujuModel Juju => _machines.Juju;

    /// <summary>The first unit's Vault: the active one, until it is sealed and another stands by.</summary>
    public VaultServer Vault => _machines.Vaults[0];

    public IReadOnlyList<VaultServer> Vaults => _machines.Vaults;

    /// <summary>The Vault of a machine; null where there is none.</summary>
    public VaultServer? VaultOn(JujuMachine machine) => Vaults.FirstOrDefault(vault => vault.Unit.Machine == machine);

    public InnoDbCluster MySql => _machines.MySql;

    public OvnCentral Ovn => _machines.Ovn;

    public HaProxyFleet HaProxy => _machines.HaProxy;

    /// <summary>The jumphost's reverse proxy.</summary>
    public NginxServer Nginx => _machines.Nginx;

    /// <summary>The magnum-conductor process and the driver on its host's disk.</summary>
    public ConductorProcess Conductor => _machines.Conductor;

    /// <summary>Keystone's rule for making a trust, from its units' files.</summary>
    public TrustPolicy TrustPolicy => _machines.TrustPolicy;

    /// <summary>Barbican, and Vault behind it.</summary>
    public SecretStore Secrets => _machines.Secrets;

    public MaasRegion Maas => _machines.Maas;

    public LibvirtHypervisor Libvirt => _machines.Libvirt;

    /// <summary>Keystone: who may do what.</summary>
    public IdentityModel Identity => _services.Identity;

    public ImagesModel Images => _services.Images;

    public ImageImports ImageImports => _services.ImageImports;

    /// <summary>The CDN from which the kube images come.</summary>
    public ImageCdn ImageCdn => _services.ImageCdn;

    public Neutron Network => _services.Infrastructure.Network;

    public Nova Compute => _services.Infrastructure.Compute;

    public Placement Placement => _services.Placement;

    public Octavia LoadBalancing => _services.Infrastructure.LoadBalancing;

    /// <summary>The management cluster on the VM plan.ManagementServer.</summary>
    public ManagementCluster Management => _clusters.Management;

    /// <summary>Container infrastructure: templates, clusters, the conductor.</summary>
    public MagnumModel Magnum => _clusters.Magnum;

    /// <summary>The domain of Magnum's trustees.</summary>
    public TrusteeDomain Trustees => _clusters.Trustees;

    /// <summary>The Kubernetes clusters that tenants run.</summary>
    public WorkloadClusters Workloads => _clusters.Workloads;

    /// <summary>The files of tenant VMs that have a shell.</summary>
    public GuestDisks Guests { get; } = new();

    /// <summary>From tenant VMs the public VIPs are dark (the class of D-035).</summary>
    public bool TenantsCannotReachVips { get; set; }

    /// <inheritdoc cref="Ground.NewId"/>
    public string NewId() => _ground.NewId();

    /// <inheritdoc cref="Ground.NewHexId"/>
    public string NewHexId() => _ground.NewHexId();

    /// <inheritdoc cref="Ground.NewSuffix"/>
    public string NewSuffix(int length) => _ground.NewSuffix(length);

    /// <inheritdoc cref="Ground.SomethingAppeared"/>
    public void SomethingAppeared() => _ground.SomethingAppeared();

    /// <summary>The host of that name, as Nova's hypervisor_hostname, MAAS and libvirt call it.</summary>
    public HostMachine? Host(string name) =>
        Hosts.FirstOrDefault(host => host.Name == name || name.StartsWith(host.Name + ".", StringComparison.Ordinal));
}
