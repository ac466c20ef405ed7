using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Faults.Hosts;

/// <summary>A database without a group, a hook that cannot end, a file that its charm did not write.</summary>
internal static class ServiceFaults
{
    /// <summary>Their units say at every look how it stands: an error of theirs has a work to do.</summary>
    private static readonly string[] Assessed = ["mysql-innodb-cluster", "vault", "ovn-chassis"];

    public static IEnumerable<Fault> All() =>
        [NoMemberInTheGroup(), HookOfAGoneRelation(), LittleKeptBack(), CookiesMarkedSecure()];

    /// <summary>As all hosts off at once leave it: each mysqld runs, and none dares to begin.</summary>
    private static Fault NoMemberInTheGroup() =>
        new(
            "mysql-out",
            "every mysqld of the InnoDB cluster runs, and none is in a group: nothing writes until somebody says which "
                + "one begins",
            world => Join(world, false),
            world => Join(world, true)
        );

    private static string Join(World.TwinWorld world, bool joined)
    {
        foreach (var member in world.MySql.Members)
            member.InGroup = joined;
        world.Juju.UpdateStatus("mysql-innodb-cluster");
        return string.Join(", ", world.MySql.Members.Select(member => member.Unit.Name));
    }

    private static Fault HookOfAGoneRelation() =>
        HostFaults.Drawn<JujuUnit>(
            "stuck-hook",
            "a hook of a unit failed as its relation broke: the other side is gone, and every retry fails as well",
            world =>
                [
                    .. world.Juju.Units.Where(unit =>
                        unit.Principal is null
                        && unit.Application.Charm.Workload == "active"
                        && !Assessed.Contains(unit.Application.Charm.CharmName)
                    ),
                ],
            unit => unit.Name,
            (world, unit) => unit.Say("error", "hook failed: \"shared-db-relation-broken\"", world.Now),
            (world, unit) => unit.Say(unit.Application.Charm.Workload, unit.Application.Charm.Message, world.Now)
        );

    private static Fault CookiesMarkedSecure() =>
        HostFaults.Drawn<JujuUnit>(
            "D-044",
            "a dashboard unit lost the file that lets its cookies come back over plain http: through the jumphost's "
                + "proxy no login holds",
            world => [.. DashboardSettings.Units(world.Juju)],
            unit => unit.Name,
            (_, unit) => DashboardSettings.LoseOverride(unit.Machine.Files),
            (_, unit) => DashboardSettings.PutOverride(unit.Machine.Files)
        );

    private static Fault LittleKeptBack() =>
        HostFaults.Drawn<JujuUnit>(
            "D-040",
            "a compute unit reserves 512 MB for its host, whatever its charm's option says: guests over-commit the "
                + "memory of a hyperconverged machine",
            world =>
                [
                    .. world.Hosts.SelectMany(host =>
                        world
                            .Juju.Units.Where(unit =>
                                unit.Machine.Host == host && unit.Application.Charm.CharmName == "nova-compute"
                            )
                            .Take(1)
                    ),
                ],
            unit => unit.Name,
            (world, unit) =>
                unit.Machine.Host.Files.Write(
                    "/etc/nova/nova.conf",
                    HostFurniture.NovaConf(world.Plan, unit.Machine.Host, 512)
                ),
            (world, unit) => ConfigChanged.Run(world.Plan, unit)
        );
}
