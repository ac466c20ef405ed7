namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// The literals of one simulated cloud, in one place: what a rebuild decides anew.
/// The default is the cloud of the runbooks with its first octet on loopback (10.12.x.y reads 127.12.x.y);
/// a world drawn from a seed differs in all of it.
/// </summary>
public sealed record WorldPlan
{
    /// <summary>The second octet of every address: 127.BLOCK.x.y.</summary>
    public int Block { get; init; } = 12;

    public int Seed { get; init; } = 12;

    /// <summary>
    /// Where the virtual clock starts. Real clients judge tokens by the machine's clock, so it starts at the machine's.
    /// </summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>
    /// rebuilt: after phase-07, no image, template or cluster of phase-08;
    /// accepted: the workload cluster stands as built.
    /// </summary>
    public string World { get; init; } = "rebuilt";

    /// <summary>
    /// The world that phase-00 starts from: the idle libvirt network
    /// and the orphaned capi-mgmt machine are still there.
    /// </summary>
    public bool BeforeTeardown => World == "deployed-before-teardown";

    // Juju (FACTS 8.1)
    public string Controller { get; init; } = "juju-controller";

    /// <summary>
    /// Never the same twice: what an operator keeps about one cloud must not be taken for another twin's
    /// that stood at these addresses.
    /// </summary>
    public string ControllerUuid { get; init; } = Guid.NewGuid().ToString();

    public string Model { get; init; } = "openstack";

    /// <summary>Whose model it is; another user of the controller names it with its owner.</summary>
    public string ModelOwner { get; init; } = "admin";

    /// <summary>
    /// Legal untidinesses of this world, by id. They change other values of the plan, too: who wants one takes it from
    /// the catalogue.
    /// </summary>
    public IReadOnlyList<string> Untidy { get; init; } = [];

    /// <summary>The units run their update-status hooks in turn, so that some agent executes at any look.</summary>
    public bool HooksInTurn { get; init; }

    /// <summary>One, or several of which one is active and the others stand by.</summary>
    public int VaultUnits { get; init; } = 1;

    /// <summary>How many of the hosts, the last ones, carry no compute unit.</summary>
    public int HostsWithoutCompute { get; init; }

    /// <summary>The application to which the last compute unit belongs; null: they are all of nova-compute.</summary>
    public string? SecondCompute { get; init; }

    /// <summary>The chassis application of <see cref="SecondCompute"/>.</summary>
    public string ThirdChassis { get; init; } = "";

    /// <summary>What the operator calls applications, where that is not what their charms are called.</summary>
    public IReadOnlyDictionary<string, string> OtherNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Applications that follow every principal unit.</summary>
    public IReadOnlyList<string> Subordinates { get; init; } = [];

    /// <summary>radosgw is deployed by its charm and stands in the catalog.</summary>
    public bool ObjectStore { get; init; }

    /// <summary>Each haproxy has a backend whose server has no check.</summary>
    public bool UncheckedServers { get; init; }

    /// <summary>The address of <see cref="ImageUrl"/> redirects to where the publisher's objects lie.</summary>
    public bool CdnRedirects { get; init; }

    // Machines: the four hyperconverged hosts.
    public IReadOnlyList<string> Hosts { get; init; } = ["openstack0", "openstack1", "openstack2", "openstack3"];

    /// <summary>
    /// Servers in all that Nova lists when the world begins, amphorae among them; what stands anyway is never less.
    /// </summary>
    public int Servers { get; init; }

    /// <summary>Load balancers in all when the world begins.</summary>
    public int LoadBalancers { get; init; }

    public int HostMemoryMb { get; init; } = 32768;

    public int HostVcpus { get; init; } = 16;

    public int ReservedHostMemoryMb { get; init; } = 8192;

    public double RamAllocationRatio { get; init; } = 1.5;

    public double CpuAllocationRatio { get; init; } = 16.0;

    public int HostDiskGb { get; init; } = 1000;

    public string JumphostName { get; init; } = "vopenstack-jesse";

    /// <summary>The operator's home on the jumphost; empty in a world without a wire.</summary>
    public string JumphostHome { get; init; } = "";

    /// <summary>
    /// When phase-01 deployed the model. Snapshot 1 of D-012 was taken after it, before the tenant's first resource.
    /// </summary>
    public DateTimeOffset DeployedAt => Start.AddDays(-3);

    /// <summary>
    /// When the tenant's first resource was made (phase-04 and later); Snapshot 2 was taken after it.
    /// </summary>
    public DateTimeOffset TenantSetupAt => Start.AddDays(-2);

    /// <summary>The tags of the snapshot baseline, first and second.</summary>
    public IReadOnlyList<string> SnapshotTags { get; init; } = ["snapshot-1", "snapshot-2"];

    /// <summary>
    /// What a silent agent on a living machine does to its unit's workload word.
    /// as-read: it keeps its last word (FACTS 0.1);
    /// as-source: the controller says unknown, as it always does of a machine that is down.
    /// </summary>
    public string LostAgentWorkload { get; init; } = "as-read";

    /// <summary>Which generation of the MySQL shell the cluster runs (FACTS 0.6): 8.0.45, or 8.0.25.</summary>
    public string MySqlShell { get; init; } = "8.0.45";

    // Identity
    public string Region { get; init; } = "RegionOne";

    /// <summary>
    /// glance-simplestreams-sync's unit, which registers itself in the catalog (DOCFIX-039);
    /// last two octets, in the container space.
    /// </summary>
    public string SimplestreamsUnit { get; init; } = "8.196";

    public string AdminUser { get; init; } = "admin";

    public string AdminDomain { get; init; } = "admin_domain";

    /// <summary>admin-openrc clears every OS_ variable before it sets its own.</summary>
    public bool OpenRcClears { get; init; }

    /// <summary>The administrator's role, in whatever letters: Keystone compares them without case.</summary>
    public string AdminRole { get; init; } = "admin";

    public string AdminProject { get; init; } = "admin";

    public string AdminPassword { get; init; } = "";

    public string CapiDomain { get; init; } = "capi";

    public string CapiProject { get; init; } = "capi-mgmt";

    public string CapiProjectId { get; init; } = "674171fd28d446d3a37073b6a761e910";

    // Tenant set-up
    public string ExternalNetwork { get; init; } = "provider-ext";

    /// <summary>
    /// Which OpenStack it is: caracal, or zed, whose answers differ where a later release added to them.
    /// </summary>
    public string Release { get; init; } = "caracal";

    /// <summary>The os_distro of the images that a Magnum driver is installed for (vm, kubernetes).</summary>
    public IReadOnlyList<string> MagnumDistros { get; init; } = ["ubuntu"];

    /// <summary>
    /// Cores of a project's servers together; -1: as many as there are hosts for.
    /// An operator changes it project by project.
    /// </summary>
    public int CoresQuota { get; init; } = -1;

    /// <summary>Memory of a project's servers together, in MB; -1: no limit.</summary>
    public int MemoryQuotaMb { get; init; } = -1;

    /// <summary>The provider's wire that the external network is flat on.</summary>
    public string PhysicalNetwork { get; init; } = "physnet1";

    public string Keypair { get; init; } = "capi-mgmt-key";

    public string MasterFlavor { get; init; } = "gp.mid";

    public string WorkerFlavor { get; init; } = "capi.node";

    public string ManagementServer { get; init; } = "capi-mgmt-v2";

    /// <summary>The management VM's floating IP, last two octets.</summary>
    public string ManagementFip { get; init; } = "7.40";

    // Phase-08
    public string Image { get; init; } = "ubuntu-jammy-kube-v1.34.8";

    public string KubeVersion { get; init; } = "v1.34.8";

    public string ImageUrl { get; init; } =
        "https://azimuth-images.stackhpc.cloud/ubuntu-jammy-kube-v1.34.8-260518-1604.qcow2";

    /// <summary>What its publisher's manifest says of it (azimuth-images 0.28.0, phase-08 8.0).</summary>
    public string ImageSha512 { get; init; } =
        "7efde4857c9f9da045a98d71def30e229b3d7fffd8a5680e8aee0c5a8b13ba73fca3cf758a927230a1fbe3c451d8d21cfaeded96091e2a4f313c6a404760bdb3";

    /// <summary>Where else Glance's web-download gets through to (FINDING-3: the ubuntu cloud images work).</summary>
    public IReadOnlyList<string> ImageHosts { get; init; } = ["cloud-images.ubuntu.com"];

    public string Template { get; init; } = "capi-k8s-v1-34";

    public string Cluster { get; init; } = "capi-test-1";

    public string ClusterSuffix { get; init; } = "kgwwe7c4qj6a";

    /// <summary>
    /// The ends of the node names that stand in the accepted world: the control plane's first, then the workers'.
    /// </summary>
    public IReadOnlyList<string> NodeSuffixes { get; init; } = ["xsc62", "7kd5q-4jwmz", "7kd5q-kt8vd"];

    public string WorkloadCidr { get; init; } = "10.20.16.0/24";

    /// <summary>The first floating IP handed to a cluster's API (last two octets); the next ones follow.</summary>
    public string FirstFreeFip { get; init; } = "7.180";

    /// <summary>The kube-api load balancer of the workload cluster in the accepted world.</summary>
    public string ApiLoadBalancerId { get; init; } = "0f968008-8429-4ac3-8b82-452e126982cf";

    /// <summary>Driver generation of the Magnum conductor: 1.4.0, or 1.3.0 for D-042 (FACTS 0.7).</summary>
    public string DriverVersion { get; init; } = "1.4.0";

    /// <summary>
    /// as-observed: parked means UNHEALTHY with an empty reason; as-source: the last value stays (FACTS 0.8).
    /// </summary>
    public string ParkedHealth { get; init; } = "as-observed";

    /// <summary>Public VIPs, last two octets (phase-08 D-011.2).</summary>
    public IReadOnlyDictionary<string, string> Vips { get; init; } =
        new Dictionary<string, string>
        {
            ["keystone"] = "4.50",
            ["barbican"] = "4.51",
            ["cinder"] = "4.52",
            ["glance"] = "4.53",
            ["magnum"] = "4.54",
            ["neutron"] = "4.55",
            ["nova"] = "4.56",
            ["octavia"] = "4.57",
            ["horizon"] = "4.58",
            ["placement"] = "4.59",
            ["radosgw"] = "4.60",
        };

    /// <summary>The service that radosgw is, where it has a VIP of its own.</summary>
    public const string ObjectGateway = "radosgw";

    /// <summary>The services' usual ports.</summary>
    public IReadOnlyDictionary<string, int> Ports { get; init; } =
        new Dictionary<string, int>
        {
            ["keystone"] = 5000,
            ["barbican"] = 9311,
            ["cinder"] = 8776,
            ["glance"] = 9292,
            ["magnum"] = 9511,
            ["neutron"] = 9696,
            ["nova"] = 8774,
            ["octavia"] = 9876,
            ["horizon"] = 443,
            ["placement"] = 8778,
            ["radosgw"] = 443,
        };

    public int KubeApiPort { get; init; } = 6443;

    public TwinPhysics Physics { get; init; } = new();

    /// <summary>"4.50" -> "127.12.4.50".</summary>
    public string Address(string lastTwo) => $"127.{Block}.{lastTwo}";

    public string Vip(string service) => Address(Vips[service]);
}
