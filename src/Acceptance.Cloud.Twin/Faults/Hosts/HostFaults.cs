using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.HaProxy;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Faults.Hosts;

/// <summary>
/// Faults of machines, charms and what runs on them. Each changes a cause; victims are drawn from the world's seed.
/// </summary>
internal static class HostFaults
{
    public static IEnumerable<Fault> All() =>
        [.. Services(), .. Frontends(), .. Machines(), .. ServiceFaults.All(), .. Clients(), .. Disks()];

    private static IEnumerable<Fault> Services() =>
        [
            VaultSealed(),
            MemberOutsideItsGroup(),
            PlaintextChecks(),
            ControllerWithoutDatabase(),
            ControllerWithAnOldCertificate(),
        ];

    private static Fault VaultSealed() =>
        new Fault(
            "vault-sealed",
            "Vault was restarted and waits for three of its five key shares",
            world =>
            {
                world.Vault.Seal();
                world.Juju.UpdateStatus("vault");
                return world.Vault.Unit.Name;
            },
            world =>
            {
                world.Vault.UnsealAtOnce();
                world.Juju.UpdateStatus("vault");
            }
        );

    private static Fault MemberOutsideItsGroup() =>
        Drawn(
            "mysql-degraded",
            "one member of the InnoDB cluster left its group: "
                + "the cluster serves and tolerates nothing more, and juju is green",
            world => world.MySql.Members,
            member => member.Unit.Name,
            (world, member) =>
            {
                member.InGroup = false;
                // Its shell is of the generation that refuses no reboot of what serves (FACTS 0.6).
                world.MySql.ShellVersion = "8.0.25";
                world.Juju.UpdateStatus("mysql-innodb-cluster");
            },
            (world, member) =>
            {
                member.InGroup = true;
                world.MySql.ShellVersion = world.Plan.MySqlShell;
                world.Juju.UpdateStatus("mysql-innodb-cluster");
            }
        );

    private static Fault PlaintextChecks() =>
        Drawn<(HaProxyInstance instance, HaProxyServer server)>(
            "D-045",
            "an haproxy was not reloaded after the TLS change: "
                + "its plaintext checks mark a TLS backend DOWN, and juju is green",
            world =>
                [
                    .. world
                        .HaProxy.Instances.Where(instance => instance.Backends[0].Servers.Count > 1)
                        .SelectMany(instance => instance.Backends[0].Servers.Select(server => (instance, server))),
                ],
            pair => $"{pair.instance.Unit.Name} {pair.server.Name}",
            (world, pair) =>
            {
                pair.server.LoadedChecksTls = false;
                pair.server.LastChange = world.Now;
            },
            (world, pair) =>
            {
                pair.server.LoadedChecksTls = true;
                pair.server.LastChange = world.Now;
            }
        );

    private static Fault ControllerWithoutDatabase() =>
        Drawn(
            "ovn-disconnected",
            "an ovn-controller was not restarted after the CA changed and has no link to the southbound database",
            world => world.Ovn.Chassis,
            chassis => chassis.Unit.Name,
            (world, chassis) => chassis.IssueCertificate(world.Now),
            (world, chassis) => chassis.Restart(world.Now)
        );

    private static Fault ControllerWithAnOldCertificate() =>
        Drawn(
            "ovn-restart-missed",
            "an ovn-controller was not restarted after Vault reissued its certificate: "
                + "its link from before stands until something cuts it, and juju is green",
            world => world.Ovn.Chassis,
            chassis => chassis.Unit.Name,
            (world, chassis) => chassis.IssueCertificate(world.Now, linkStays: true),
            (world, chassis) => chassis.Restart(world.Now)
        );

    private static IEnumerable<Fault> Frontends()
    {
        yield return new Fault(
            "vip-frontend-only",
            "every keystone behind the VIP is down: haproxy's frontend takes connections and nothing answers",
            world =>
            {
                foreach (var server in KeystoneServers(world))
                    server.ApiRunning = false;
                return "keystone";
            },
            world =>
            {
                foreach (var server in KeystoneServers(world))
                    server.ApiRunning = true;
            }
        );
        yield return new Fault(
            "tenant-cannot-reach-vip",
            "from the management VM every public VIP is dark",
            world =>
            {
                world.TenantsCannotReachVips = true;
                return world.Plan.ManagementServer;
            },
            world => world.TenantsCannotReachVips = false
        );
    }

    private static IEnumerable<HaProxyServer> KeystoneServers(TwinWorld world) =>
        world
            .HaProxy.Instances.Where(instance => instance.Unit.Application.Name == "keystone")
            .SelectMany(instance => instance.Backends)
            .SelectMany(backend => backend.Servers);

    private static IReadOnlyList<JujuMachine> Containers(TwinWorld world) =>
        [.. world.Juju.AllMachines.Where(machine => machine.IsContainer)];

    private static IEnumerable<Fault> Machines()
    {
        yield return Drawn<JujuMachine>(
            "lxd-container-down",
            "a container is down: its agents are silent, while its host reports started",
            Containers,
            machine => machine.Id,
            (world, machine) => world.HostPower.Down(machine),
            (world, machine) =>
            {
                world.HostPower.Up(machine);
                world.VaultOn(machine)?.UnsealAtOnce();
                world.Juju.UpdateStatus();
            }
        );
        yield return Drawn<JujuUnit>(
            "agent-lost",
            "a unit's agent is silent, while its machine lives",
            world =>
                [
                    .. world.Juju.Units.Where(unit =>
                        unit.Principal is null && unit.Application.Charm.Workload == "active"
                    ),
                ],
            unit => unit.Name,
            (world, unit) => unit.LoseAgent(world.Now),
            (world, unit) => unit.FindAgent()
        );
    }

    private static IEnumerable<Fault> Clients()
    {
        yield return Flag(
            "juju-macaroon",
            "the juju login on the jumphost has expired",
            (juju, on) => juju.MacaroonStale = on
        );
        yield return Flag(
            "juju-hangs",
            "the juju controller does not answer: every call hangs",
            (juju, on) => juju.ControllerHangs = on
        );
        yield return Flag(
            "juju-noise",
            "juju prints a warning before what a program should read",
            (juju, on) =>
                juju.Noise = on ? "WARNING: this client is older than the controller; some fields may be missing" : null
        );
        yield return Flag(
            "empty-status",
            "juju answers with a model of nothing",
            (juju, on) => juju.StatusIsEmpty = on
        );
    }

    private static IEnumerable<Fault> Disks()
    {
        yield return Drawn<(LibvirtDomain domain, DomainDisk disk)>(
            "snapshot-missing",
            "a disk of a host has no snapshot of the baseline",
            world =>
                [
                    .. world.Libvirt.Domains.SelectMany(domain =>
                        domain.Disks.Where(disk => disk.File?.CanCarrySnapshots == true).Select(disk => (domain, disk))
                    ),
                ],
            pair => $"{pair.domain.Name}/{pair.disk.Target}",
            (world, pair) => pair.disk.Snapshots.Clear(),
            (world, pair) => world.Libvirt.TakeBaseline(pair.domain)
        );
    }

    private static Fault Flag(string id, string says, Action<JujuModel, bool> set) =>
        new(
            id,
            says,
            world =>
            {
                set(world.Juju, true);
                return world.Juju.Controller;
            },
            world => set(world.Juju, false)
        );

    /// <summary>A fault whose victim is drawn from a list, and which heals the one it struck.</summary>
    internal static Fault Drawn<T>(
        string id,
        string says,
        Func<TwinWorld, IReadOnlyList<T>> among,
        Func<T, string> name,
        Action<TwinWorld, T> strike,
        Action<TwinWorld, T> heal
    )
    {
        T? struck = default;
        return new Fault(
            id,
            says,
            world =>
            {
                var all = among(world);
                if (all.Count == 0)
                    return null;
                struck = all[world.Random.Next(all.Count)];
                strike(world, struck);
                return name(struck);
            },
            world =>
            {
                if (struck is not null)
                    heal(world, struck);
            }
        );
    }
}
