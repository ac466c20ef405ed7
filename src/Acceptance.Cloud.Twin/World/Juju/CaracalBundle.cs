namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>
/// The applications of the charmed Caracal cloud: names, channels, revisions, versions and messages of FACTS 8.2.
/// </summary>
internal static class CaracalBundle
{
    private const string Caracal = "2024.1/stable";

    /// <summary>
    /// API applications, three units each behind hacluster and their own haproxies:
    /// the loss of one host moves a VIP and takes no API away.
    /// </summary>
    private static readonly ApiCharm[] Apis =
    [
        new("keystone", "keystone", "25.0.0", 778, [0, 1, 2], ["5000/tcp"]),
        new("glance", "glance", "28.1.0", 642, [1, 2, 3], ["9292/tcp"]),
        new("cinder", "cinder", "24.2.0", 733, [2, 3, 0], ["8776/tcp"]),
        new("placement", "placement", "11.0.0", 125, [3, 0, 1], ["8778/tcp"]),
        new("nova-cloud-controller", "nova", "29.2.0", 795, [0, 1, 2], ["8774-8775/tcp"]),
        new("neutron-api", "neutron", "24.1.0", 650, [1, 2, 3], ["9696/tcp"]),
        new("octavia", "octavia", "14.0.2", 414, [2, 3, 0], ["9876/tcp"]),
        new("magnum", "magnum", "18.0.0", 82, [3, 0, 1], ["9511/tcp"]),
        new("barbican", "barbican", "18.0.0", 232, [0, 1, 2], ["9311-9312/tcp"]),
        new("openstack-dashboard", "horizon", "24.0.1", 728, [1, 2, 3], ["80,443/tcp"]),
    ];

    public static IReadOnlyDictionary<string, string> VipNames { get; } =
        Apis.ToDictionary(api => api.Application, api => api.Service);

    public static IEnumerable<CharmSpec> Charms() =>
        [.. Apis.SelectMany(WithSubordinates), .. DataStores(), .. StorageAndMessaging(), .. Compute(), .. Rest()];

    /// <summary>ceph-radosgw on its VIP: the eleventh charm behind one, without a database.</summary>
    public static IEnumerable<CharmSpec> ObjectGateway(string application) =>
        WithSubordinates(new(application, "radosgw", "19.2.3", 590, [0, 1, 2], ["80,443/tcp"]))
            .Where(charm => charm.CharmName != "mysql-router");

    private static IEnumerable<CharmSpec> WithSubordinates(ApiCharm api)
    {
        yield return new CharmSpec(api.Application, api.Application, Caracal, api.Revision, api.Version)
        {
            Containers = api.Hosts,
            Ports = api.Ports,
            Relations =
            [
                new("certificates", "vault", "tls-certificates"),
                new("ha", $"{api.Application}-hacluster", "hacluster", "container"),
                new("shared-db", $"{api.Application}-mysql-router", "mysql-shared", "container"),
            ],
        };
        yield return Router(api.Application);
        yield return new CharmSpec($"{api.Application}-hacluster", "hacluster", "2.4/stable", 140, "2.1.2")
        {
            SubordinateTo = [api.Application],
            Message = "Unit is ready and clustered",
            Relations = [new("ha", api.Application, "hacluster", "container")],
        };
    }

    private static CharmSpec Router(string application) =>
        new($"{application}-mysql-router", "mysql-router", "8.0/stable", 222, "8.0.46")
        {
            SubordinateTo = [application],
            Relations =
            [
                new("db-router", "mysql-innodb-cluster", "mysql-router"),
                new("shared-db", application, "mysql-shared", "container"),
            ],
        };

    private static IEnumerable<CharmSpec> DataStores()
    {
        yield return new CharmSpec("mysql-innodb-cluster", "mysql-innodb-cluster", "8.0/stable", 159, "8.0.46")
        {
            Containers = [0, 1, 2],
            Messages = [@"Unit is ready: Mode: R/[WO], Cluster is ONLINE and can tolerate up to ONE failure\."],
            Relations =
            [
                new("certificates", "vault", "tls-certificates"),
                new("cluster", "mysql-innodb-cluster", "mysql-innodb-cluster"),
            ],
        };
        yield return new CharmSpec("vault", "vault", "1.7/stable", 371, "1.7.9")
        {
            Containers = [0],
            Ports = ["8200/tcp"],
            Message = "Unit is ready (active: true, mlock: disabled)",
            Relations =
            [
                new("shared-db", "vault-mysql-router", "mysql-shared", "container"),
                new("certificates", "keystone", "tls-certificates"),
            ],
        };
        yield return Router("vault");
    }

    private static IEnumerable<CharmSpec> StorageAndMessaging()
    {
        yield return new CharmSpec("rabbitmq-server", "rabbitmq-server", "3.9/stable", 286, "3.9.27")
        {
            Containers = [0, 1, 3],
            Ports = ["5672,15672/tcp"],
            Message = "Unit is ready and clustered",
        };
        yield return new CharmSpec("ceph-mon", "ceph-mon", "squid/stable", 485, "19.2.3")
        {
            Containers = [0, 1, 2],
            Message = "Unit is ready and clustered",
        };
        yield return new CharmSpec("ceph-osd", "ceph-osd", "squid/stable", 911, "19.2.3")
        {
            OnEveryHost = true,
            Message = "Unit is ready (1 OSD)",
        };
        yield return new CharmSpec("memcached", "memcached", "latest/stable", 39, "")
        {
            Containers = [3],
            Ports = ["11211/tcp"],
            Message = "Unit is ready",
        };
    }

    private static IEnumerable<CharmSpec> Compute()
    {
        yield return new CharmSpec("nova-compute", "nova-compute", Caracal, 827, "29.2.0")
        {
            OnEveryHost = true,
            Relations = [new("neutron-plugin", "ovn-chassis", "neutron-plugin", "container")],
        };
        yield return Chassis("ovn-chassis", "nova-compute");
        yield return Chassis("ovn-chassis-octavia", "octavia");
        yield return new CharmSpec("ovn-central", "ovn-central", "24.03/stable", 311, "24.03.2")
        {
            Containers = [0, 1, 2],
            Ports = ["6641-6642/tcp"],
            Messages = [@"Unit is ready( \((leader: ovn[ns]b_db(, ovn[ns]b_db)?|northd: active)( northd: active)?\))?"],
        };
        yield return new CharmSpec("neutron-api-plugin-ovn", "neutron-api-plugin-ovn", Caracal, 178, "24.1.0")
        {
            SubordinateTo = ["neutron-api"],
        };
    }

    /// <summary>A chassis application beside a principal.</summary>
    public static CharmSpec Chassis(string application, string principal) =>
        new(application, "ovn-chassis", "24.03/stable", 396, "24.03.2")
        {
            SubordinateTo = [principal],
            Relations =
            [
                new("certificates", "vault", "tls-certificates"),
                new("nova-compute", principal, "neutron-plugin", "container"),
                new("ovsdb", "ovn-central", "ovsdb"),
            ],
        };

    private static IEnumerable<CharmSpec> Rest()
    {
        yield return new CharmSpec("cinder-ceph", "cinder-ceph", Caracal, 553, "24.2.0") { SubordinateTo = ["cinder"] };
        yield return new CharmSpec("barbican-vault", "barbican-vault", Caracal, 60, "18.0.0")
        {
            SubordinateTo = ["barbican"],
        };
        yield return new CharmSpec("octavia-diskimage-retrofit", "octavia-diskimage-retrofit", Caracal, 170, "")
        {
            SubordinateTo = ["glance"],
        };
        yield return new CharmSpec("glance-simplestreams-sync", "glance-simplestreams-sync", Caracal, 139, "")
        {
            Containers = [3],
            Ports = ["80/tcp"],
            Workload = "unknown",
            Message = "",
        };
    }

    private sealed record ApiCharm(
        string Application,
        string Service,
        string Version,
        int Revision,
        int[] Hosts,
        string[] Ports
    );
}
