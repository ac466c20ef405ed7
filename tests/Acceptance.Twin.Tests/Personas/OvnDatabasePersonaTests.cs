using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Twin.Tests.Personas;

/// <summary>ovn-sbctl, ovn-nbctl and ovs-vsctl over what the databases hold.</summary>
[TestFixture]
public sealed class OvnDatabasePersonaTests
{
    private OperatorShell _shell = null!;

    private OvnCentral Ovn => _shell.Twin.World.Ovn;

    [SetUp]
    public void Start() => _shell = new OperatorShell();

    [TearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    [Test]
    public async Task A_chassis_that_is_dead_is_still_registered_and_one_that_was_deleted_is_not()
    {
        Ovn.Chassis[0].StopController();
        Ovn.Databases.Deleted.Add(Ovn.Chassis[1]);

        var (exit, stdout, _) = await On(Ovn.Units[0], "ovn-sbctl --columns=name list chassis");

        exit.Should().Be(0);
        stdout
            .Should()
            .Contain($"name                : {Ovn.Chassis[0].SystemId}\n")
            .And.NotContain(Ovn.Chassis[1].SystemId);
    }

    [Test]
    public async Task Neutrons_networks_are_switches_and_its_bound_ports_stand_with_their_chassis()
    {
        var world = _shell.Twin.World;
        var port = world.Network.Ports.First(one =>
            Ovn.Chassis.Any(chassis => chassis.SystemId == one.HostId || chassis.Unit.Machine.Hostname == one.HostId)
        );

        (await On(Ovn.Units[0], "ovn-nbctl show"))
            .Out.Should()
            .Contain($"(neutron-{port.NetworkId}) (aka ")
            .And.Contain($"    port {port.Id}\n");
        (await On(Ovn.Units[0], $"ovn-sbctl --columns=up find port_binding logical_port={port.Id}"))
            .Out.Should()
            .Be("up                  : true\n");
    }

    [Test]
    public async Task A_follower_refuses_who_wants_the_leader_and_nobody_answers_without_quorum()
    {
        (await On(Ovn.Units[1], "ovn-sbctl --timeout=5 show"))
            .Should()
            .Be((1, "", "ovn-sbctl: unix:/var/run/ovn/ovnsb_db.sock: database connection failed ()\n"));
        (await On(Ovn.Units[1], "ovn-sbctl --no-leader-only show")).Exit.Should().Be(0);

        Ovn.Stopped.UnionWith(Ovn.Units.Take(2));
        var all = string.Join(',', Ovn.Units.Select(unit => $"ssl:{unit.Machine.PrimaryAddress}:6642"));
        (await On(Ovn.Units[2], $"ovn-sbctl --timeout=5 --db={all} show"))
            .Should()
            .Be((1, "", $"ovn-sbctl: {all}: database connection failed (Connection refused)\n"));
    }

    [Test]
    public async Task The_switchs_own_database_is_listed_found_and_got()
    {
        var chassis = Ovn.Chassis[0];
        chassis.Ovs.MissingDevice = "ens9";

        (
            await On(
                chassis.Unit,
                "ovs-vsctl --format=json --columns=external_ids list open_vswitch | jq -r '.data[0][0][1][]|select(.[0]==\"hostname\")|.[1]'"
            )
        )
            .Out.Should()
            .Be(chassis.SystemId + "\n");
        (await On(chassis.Unit, "ovs-vsctl --columns=name find interface ofport=-1"))
            .Out.Should()
            .Be("name                : ens9\n");
        (await On(chassis.Unit, "ovs-vsctl get interface br-int link_state")).Out.Should().Be("up\n");
        (await On(chassis.Unit, "ovs-vsctl get interface nosuch link_state"))
            .Should()
            .Be((1, "", "ovs-vsctl: no row \"nosuch\" in table Interface\n"));
    }

    private async Task<(int Exit, string Out, string Err)> On(JujuUnit unit, string command) =>
        await _shell.Run(
            _shell.Twin.Shells.Script(_shell.Twin.Shells.Of(unit.Machine), new ShellOrder(command) { Elevated = true })
        );
}
