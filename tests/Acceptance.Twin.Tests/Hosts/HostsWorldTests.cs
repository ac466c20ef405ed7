using Acceptance.Cloud.Twin.World;

namespace Acceptance.Twin.Tests.Hosts;

[TestFixture]
public sealed class HostsWorldTests
{
    private TwinWorld _world = null!;

    [SetUp]
    public void Build() =>
        _world = new TwinWorld(
            new WorldPlan { Start = new DateTimeOffset(2026, 7, 3, 9, 0, 0, TimeSpan.Zero) },
            new NoListeners()
        );

    [Test]
    public void A_healthy_model_says_what_its_expected_state_table_says()
    {
        foreach (var expected in _world.Juju.ExpectedStates())
        {
            foreach (var unit in _world.Juju.Application(expected.Application).Units)
            {
                unit.Workload.Should().BeOneOf(expected.Workload, unit.Name);
                unit.Agent.Should().Be("idle", unit.Name);
                if (expected.Messages.Count > 0)
                    expected
                        .Messages.Should()
                        .Contain(
                            pattern => System.Text.RegularExpressions.Regex.IsMatch(unit.Message, $"^(?:{pattern})$"),
                            $"{unit.Name} says {unit.Message}"
                        );
            }
        }
    }

    [Test]
    public void A_host_that_loses_power_takes_its_containers_and_seals_vault()
    {
        _world.Hosts[0].PowerOff();

        _world
            .Juju.AllMachines.Where(machine => machine.Host == _world.Hosts[0])
            .Should()
            .OnlyContain(machine => machine.Agent == "down");
        _world.Vault.Sealed.Should().BeTrue();
        _world.MySql.Status.Should().Be("OK_NO_TOLERANCE_PARTIAL");
        _world
            .Juju.FindUnit("mysql-innodb-cluster/1")!
            .Message.Should()
            .EndWith("Cluster is NOT tolerant to any failures. 1 member is not active.");
    }

    [Test]
    public void Three_different_right_shares_unseal_and_the_charm_says_so_at_its_next_update_status()
    {
        _world.Vault.Seal();
        _world.Juju.UpdateStatus();
        _world.Vault.Unit.Message.Should().Be("Unit is sealed");

        _world.Vault.Unseal(_world.Vault.Shares[0]);
        _world.Vault.Unseal(_world.Vault.Shares[0]);
        _world.Vault.Progress.Should().Be(1, "the same share twice is one share");
        _world.Vault.Unseal(_world.Vault.Shares[1]);
        _world.Vault.Unseal(_world.Vault.Shares[4]);

        _world.Vault.Sealed.Should().BeFalse();
        _world.Vault.Unit.Workload.Should().Be("blocked", "update-status has not run yet");
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        _world.Vault.Unit.Workload.Should().Be("active");
    }

    [Test]
    public void The_reserved_memory_is_what_the_file_says()
    {
        _world.Hosts[1].ReservedHostMemoryMb.Should().Be(8192);
        _world.Hosts[1].Files.Write("/etc/nova/nova.conf", "[DEFAULT]\n");
        _world.Hosts[1].ReservedHostMemoryMb.Should().Be(512, "nova's own default");
    }

    [Test]
    public void No_container_has_the_address_of_a_vip() =>
        _world
            .Juju.AllMachines.SelectMany(machine => machine.Addresses.Values)
            .Should()
            .OnlyHaveUniqueItems()
            .And.NotIntersectWith(_world.Plan.Vips.Keys.Select(_world.Plan.Vip));
}
