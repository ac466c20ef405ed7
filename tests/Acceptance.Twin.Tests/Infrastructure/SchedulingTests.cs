using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Twin.Tests.Infrastructure;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SchedulingTests
{
    private readonly TwinWorld _world = SmallWorld.New();

    private ServerRequest Request(string flavor) =>
        new("s", _world.Plan.CapiProjectId, "u", flavor)
        {
            NetworkIds = [_world.Network.Networks.Find("capi-mgmt-net")!.Id],
        };

    [Test]
    public void The_ceiling_is_physical_less_reserved_times_the_ratio()
    {
        var memory = _world
            .Placement.Inventories(_world.Compute.Hypervisors[0])
            .Single(one => one.ResourceClass == Placement.Memory);

        memory.Ceiling.Should().Be(36864);
    }

    [Test]
    public void A_server_builds_and_is_active_after_the_physics_say_so()
    {
        var server = _world.Compute.Boot(Request("gp.mid"));

        server.StatusWord.Should().Be("BUILD");
        _world.Pass(19);
        server.StatusWord.Should().Be("BUILD");
        server.Host.Should().NotBeNull();
        _world.Pass(1);
        server.StatusWord.Should().Be("ACTIVE");
        _world.Compute.Servers.AddressOf(server).Should().StartWith("10.20.8.");
    }

    [Test]
    public void Without_a_host_it_ends_in_error_with_the_fault()
    {
        _world.Compute.Flavors.Create("too.big", 2000000, 64, 20);
        var server = _world.Compute.Boot(Request("too.big"));

        server.StatusWord.Should().Be("BUILD");
        _world.Pass(5);
        server.StatusWord.Should().Be("ERROR");
        server.Fault!.Message.Should().Be("No valid host was found. ");
    }

    [Test]
    public void A_stopped_server_keeps_its_allocation_and_a_shelved_or_deleted_one_gives_it_back()
    {
        var server = _world.Compute.Boot(Request("gp.mid") with { Standing = true });
        var host = _world.Compute.Hypervisors.Find(server.Host!)!;
        var before = _world.Placement.Free(host, Placement.Memory);

        _world.Compute.Power.Stop(server);
        _world.Pass(5);
        server.StatusWord.Should().Be("SHUTOFF");
        _world.Placement.Free(host, Placement.Memory).Should().Be(before);

        _world.Compute.Power.Shelve(server);
        _world.Placement.Free(host, Placement.Memory).Should().Be(before + 8192);
    }

    [Test]
    public void A_second_stop_is_refused_with_novas_words()
    {
        var server = _world.Compute.Boot(Request("gp.mid") with { Standing = true });
        _world.Compute.Power.Stop(server);
        _world.Pass(5);

        FluentActions
            .Invoking(() => _world.Compute.Power.Stop(server))
            .Should()
            .Throw<RefusedException>()
            .WithMessage($"Cannot 'stop' instance {server.Id} while it is in vm_state stopped")
            .Which.Why.Should()
            .Be(Refusal.Conflict);
    }

    [Test]
    public void A_deleted_server_takes_its_ports_along()
    {
        var server = _world.Compute.Boot(Request("gp.mid") with { Standing = true });
        _world.Compute.Power.Delete(server);
        _world.Pass(2);

        _world.Compute.Servers.Find(server.Id).Should().BeNull();
        _world.Compute.Servers.PortsOf(server).Should().BeEmpty();
        _world.Placement.AllocationOf(server.Id).Should().BeNull();
    }

    [Test]
    public void Nothing_is_scheduled_on_a_disabled_host()
    {
        foreach (var host in _world.Compute.Hypervisors.Skip(1))
            _world.Compute.Hypervisors.Disable(host, "maintenance");

        var server = _world.Compute.Boot(Request("gp.mid") with { Standing = true });

        server.Host.Should().Be(_world.Compute.Hypervisors[0].Name);
    }
}
