using Acceptance.Twin.Tests.Infrastructure;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>What Magnum makes of a management cluster that is well and that it cannot reach.</summary>
[TestFixture]
public sealed class DarkNetworkTests
{
    [TestCase("as-observed", "UNHEALTHY", 0)]
    [TestCase("as-source", "HEALTHY", 4)]
    public void D_057_keeps_Magnum_from_the_management_API_that_it_asks_at_a_floating_IP(
        string parked,
        string health,
        int reasons
    )
    {
        var world = ClusterWorld.Accepted(plan => plan with { ParkedHealth = parked });
        var faults = world.Breakable();
        faults.Inject("D-057");
        world.Pass(90);
        world.Management.Works.Should().BeTrue("the VM is well, nobody reaches it");
        (world.Cluster().HealthStatus, world.Cluster().HealthReason.Count).Should().Be((health, reasons));
        faults.Heal("D-057");
        world.Pass(90);
        (world.Cluster().HealthStatus, world.Cluster().HealthReason.Count).Should().Be(("HEALTHY", 4));
    }

    [Test]
    public void D_057_keeps_Magnum_from_seeing_a_create_complete()
    {
        var world = SmallWorld.New();
        var faults = world.Breakable();
        var cluster = world.Ask(world.Prepare());
        world.Pass(60);
        faults.Inject("D-057");
        world.Pass(3600);
        cluster.Status.Should().Be("CREATE_IN_PROGRESS");
        faults.Heal("D-057");
        world.Pass(960);
        cluster.Status.Should().Be("CREATE_COMPLETE");
    }
}
