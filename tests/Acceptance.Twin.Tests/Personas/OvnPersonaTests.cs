using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Twin.Tests.Personas;

/// <summary>What runbooks and near misses read of OVN.</summary>
[TestFixture]
public sealed class OvnPersonaTests
{
    private OperatorShell _shell = null!;

    private OvnCentral Ovn => _shell.Twin.World.Ovn;

    [SetUp]
    public void Start() => _shell = new OperatorShell();

    [TearDown]
    public async Task Stop() => await _shell.DisposeAsync();

    [TestCase("Chassis")]
    [TestCase("Chassis_Private")]
    public async Task A_chassis_that_is_dead_is_still_registered_and_one_that_was_deleted_is_not(string table)
    {
        Ovn.Chassis[0].StopController();
        Ovn.Registered.Remove(Ovn.Chassis[1]);

        var (exit, stdout, _) = await On(Ovn.Units[0], $"ovn-sbctl --columns=name list {table}");

        exit.Should().Be(0);
        stdout
            .Should()
            .Contain($"name                : {Ovn.Chassis[0].SystemId}\n")
            .And.NotContain(Ovn.Chassis[1].SystemId);
    }

    [Test]
    public async Task A_follower_refuses_who_wants_the_leader_and_nobody_answers_without_quorum()
    {
        (await On(Ovn.Units[1], "ovn-sbctl --timeout=5 list Chassis"))
            .Should()
            .Be((1, "", "ovn-sbctl: unix:/var/run/ovn/ovnsb_db.sock: database connection failed ()\n"));
        (await On(Ovn.Units[1], "ovn-sbctl --no-leader-only list Chassis")).Exit.Should().Be(0);

        Ovn.Stopped.UnionWith(Ovn.Units.Take(2));
        var all = string.Join(',', Ovn.Units.Select(unit => $"ssl:{unit.Machine.PrimaryAddress}:6642"));
        (await On(Ovn.Units[2], $"ovn-sbctl --timeout=5 --db={all} list Chassis"))
            .Should()
            .Be((1, "", $"ovn-sbctl: {all}: database connection failed (Connection refused)\n"));
    }

    [Test]
    public async Task A_chassis_says_whether_it_must_match_northds_version_and_takes_the_reset_of_its_state()
    {
        var unit = Ovn.Chassis[0].Unit;

        (await On(unit, "ovs-vsctl get Open_vSwitch . external-ids:ovn-match-northd-version"))
            .Should()
            .Be((0, "\"true\"\n", ""));
        (await On(unit, "ovs-vsctl get Open_vSwitch . external-ids:nosuch"))
            .Should()
            .Be((1, "", "ovs-vsctl: no key \"nosuch\" in Open_vSwitch record \".\" column external_ids\n"));
        (await On(unit, "ovn-appctl -t ovn-controller sb-cluster-state-reset")).Should().Be((0, "", ""));
    }

    [TestCase("ovs-vsctl show")]
    [TestCase("ovn-appctl -t ovn-controller inc-engine/show-stats")]
    public async Task What_neither_runbook_nor_near_miss_reads_is_not_emulated(string command)
    {
        var (exit, _, said) = await On(Ovn.Chassis[0].Unit, command);

        (exit, said.Contains("not emulated", StringComparison.Ordinal)).Should().Be((64, true), said);
    }

    private async Task<(int Exit, string Out, string Err)> On(JujuUnit unit, string command) =>
        await _shell.Run(
            _shell.Twin.Shells.Script(_shell.Twin.Shells.Of(unit.Machine), new ShellOrder(command) { Elevated = true })
        );
}
