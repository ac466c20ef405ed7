namespace Acceptance.Cloud.Twin.World.Systemd;

/// <summary>A unit that systemd knows on a host.</summary>
/// <param name="Name">"haproxy", without ".service".</param>
/// <param name="Description">As its file says.</param>
/// <param name="Process">Its main process.</param>
internal sealed record InstalledUnit(string Name, string Description, string Process)
{
    /// <summary>What every Ubuntu host runs.</summary>
    private static readonly InstalledUnit[] Everywhere =
    [
        new("cron", "Regular background program processing daemon", "cron"),
        new("dbus", "D-Bus System Message Bus", "dbus-daemon"),
        new("networkd-dispatcher", "Dispatcher daemon for systemd-networkd", "networkd-dispat"),
        new("rsyslog", "System Logging Service", "rsyslogd"),
        new("ssh", "OpenBSD Secure Shell server", "sshd"),
        new("systemd-journald", "Journal Service", "systemd-journal"),
        new("systemd-logind", "User Login Management", "systemd-logind"),
        new("systemd-networkd", "Network Configuration", "systemd-network"),
        new("systemd-resolved", "Network Name Resolution", "systemd-resolve"),
    ];

    /// <summary>What only a machine runs, not a container on one.</summary>
    private static readonly InstalledUnit[] OnMachines =
    [
        new("chrony", "chrony, an NTP client/server", "chronyd"),
        new("snapd", "Snap Daemon", "snapd"),
        new("systemd-udevd", "Rule-based Manager for Device Events and Files", "systemd-udevd"),
        new("multipathd", "Device-Mapper Multipath Device Controller", "multipathd"),
    ];

    private static readonly InstalledUnit Apache = new("apache2", "The Apache HTTP Server", "apache2");
    private static readonly InstalledUnit HaProxy = new("haproxy", "HAProxy Load Balancer", "haproxy");
    private static readonly InstalledUnit Switch = new("ovs-vswitchd", "Open vSwitch Forwarding Unit", "ovs-vswitchd");
    private static readonly InstalledUnit SwitchDatabase = new(
        "ovsdb-server",
        "Open vSwitch Database Unit",
        "ovsdb-server"
    );
    private static readonly InstalledUnit Controller = new(
        "ovn-controller",
        "Open Virtual Network host control daemon",
        "ovn-controller"
    );

    /// <summary>Charm -> what it installs.</summary>
    private static readonly Dictionary<string, InstalledUnit[]> OfCharm = new(StringComparer.Ordinal)
    {
        ["keystone"] = [Apache, HaProxy],
        ["placement"] = [Apache, HaProxy],
        ["openstack-dashboard"] = [Apache, HaProxy],
        ["glance"] = [HaProxy, new("glance-api", "OpenStack Image Service API", "glance-api")],
        ["cinder"] =
        [
            Apache,
            HaProxy,
            new("cinder-scheduler", "OpenStack Cinder Scheduler", "cinder-scheduler"),
            new("cinder-volume", "OpenStack Cinder Volume", "cinder-volume"),
        ],
        ["nova-cloud-controller"] =
        [
            Apache,
            HaProxy,
            new("nova-conductor", "OpenStack Compute Conductor", "nova-conductor"),
            new("nova-scheduler", "OpenStack Compute Scheduler", "nova-scheduler"),
        ],
        ["neutron-api"] = [HaProxy, new("neutron-server", "OpenStack Neutron Server", "neutron-server")],
        ["octavia"] =
        [
            Apache,
            HaProxy,
            new("octavia-worker", "OpenStack Octavia Worker (octavia-worker)", "octavia-worker"),
            new("octavia-housekeeping", "OpenStack Octavia Housekeeping (octavia-housekeeping)", "octavia-houseke"),
            new(
                "octavia-health-manager",
                "OpenStack Octavia Health Manager (octavia-health-manager)",
                "octavia-health-"
            ),
            new("octavia-driver-agent", "OpenStack Octavia Driver Agent (octavia-driver-agent)", "octavia-driver-"),
        ],
        ["magnum"] =
        [
            HaProxy,
            new("magnum-api", "OpenStack Container Infrastructure Management Service API (magnum-api)", "magnum-api"),
            new(
                "magnum-conductor",
                "OpenStack Container Infrastructure Management Service Conductor (magnum-conductor)",
                "magnum-conductor"
            ),
        ],
        ["barbican"] =
        [
            Apache,
            HaProxy,
            new("barbican-worker", "OpenStack Barbican Key Management Worker (barbican-worker)", "barbican-worker"),
        ],
        ["hacluster"] =
        [
            new("corosync", "Corosync Cluster Engine", "corosync"),
            new("pacemaker", "Pacemaker High Availability Cluster Manager", "pacemakerd"),
        ],
        ["mysql-innodb-cluster"] = [new("mysql", "MySQL Community Server", "mysqld")],
        ["vault"] = [new("vault", "HashiCorp Vault", "vault")],
        ["rabbitmq-server"] =
        [
            new("rabbitmq-server", "RabbitMQ Messaging Server", "beam.smp"),
            new("epmd", "Erlang Port Mapper Daemon", "epmd"),
        ],
        ["memcached"] = [new("memcached", "memcached daemon", "memcached")],
        ["nova-compute"] =
        [
            new("nova-compute", "OpenStack Compute", "nova-compute"),
            new("libvirtd", "Virtualization daemon", "libvirtd"),
        ],
        ["ovn-chassis"] =
        [
            Switch,
            SwitchDatabase,
            Controller,
            new("neutron-ovn-metadata-agent", "Neutron OVN Metadata Agent", "neutron-ovn-met"),
        ],
        ["ovn-central"] =
        [
            new("ovn-central", "Open Virtual Network central components", "ovn-central"),
            new("ovn-northd", "Open Virtual Network central control daemon", "ovn-northd"),
            new("ovn-ovsdb-server-nb", "Open vSwitch database server for OVN Northbound database", "ovsdb-server"),
            new("ovn-ovsdb-server-sb", "Open vSwitch database server for OVN Southbound database", "ovsdb-server"),
        ],
    };

    /// <summary>All of a machine, in the order of their names.</summary>
    public static IReadOnlyList<InstalledUnit> On(Juju.JujuMachine machine) =>
        [
            .. Everywhere
                .Concat(machine.IsContainer ? [] : OnMachines)
                .Concat(machine.Units.SelectMany(unit => Of(machine, unit)))
                .Append(
                    new InstalledUnit(
                        $"jujud-machine-{machine.Id.Replace('/', '-')}",
                        $"juju agent for machine-{machine.Id.Replace('/', '-')}",
                        "jujud"
                    )
                )
                .DistinctBy(unit => unit.Name)
                .OrderBy(unit => unit.Name, StringComparer.Ordinal),
        ];

    private static IEnumerable<InstalledUnit> Of(Juju.JujuMachine machine, Juju.JujuUnit unit) =>
        unit.Application.Charm.CharmName switch
        {
            "mysql-router" => [new($"{unit.Application.Name}", "MySQL Router", "mysqlrouter")],
            "ceph-mon" =>
            [
                new($"ceph-mon@{machine.Hostname}", "Ceph cluster monitor daemon", "ceph-mon"),
                new($"ceph-mgr@{machine.Hostname}", "Ceph cluster manager daemon", "ceph-mgr"),
            ],
            "ceph-osd" =>
            [
                new(
                    $"ceph-osd@{unit.Name.Split('/')[1]}",
                    $"Ceph object storage daemon osd.{unit.Name.Split('/')[1]}",
                    "ceph-osd"
                ),
            ],
            var charm => OfCharm.GetValueOrDefault(charm, []),
        };
}
