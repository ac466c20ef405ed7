using Acceptance.Cloud.Twin.World;
using Acceptance.Twin.Tests.Infrastructure;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>
/// What a controller writes must not set it off again: cloud time is cheap only while nothing changes for nothing.
/// </summary>
[TestFixture]
public sealed class QuietTests
{
    [Test]
    public void A_cluster_at_rest_writes_nothing()
    {
        var world = ClusterWorld.Accepted();
        world.Pass(600);
        Written(world, 3600).Should().Be((0, 0));
    }

    // crash-loop draws its victim: coredns writes most, as the Endpoints and the EndpointSlice of its Service change
    // with each restart.
    [TestCase("D-039", 300)]
    [TestCase("crash-loop", 170)]
    [TestCase("uninitialized-taint", 40)]
    [TestCase("D-041", 20)]
    public void A_broken_cluster_writes_little(string fault, long most)
    {
        var world = ClusterWorld.Accepted();
        var faults = world.Breakable();
        world.Pass(600);
        faults.Inject(fault);
        world.Workload().Expose();
        var (workload, management) = Written(world, 3600);
        workload.Should().BeLessThan(most);
        management.Should().BeLessThan(40);
    }

    [Test]
    public void A_whole_create_takes_a_few_hundred_writes()
    {
        var world = SmallWorld.New();
        var before = world.Management.Kube.Store.Revision;
        world.Ask(world.Prepare());
        world.Pass(960);
        world.Workload().Kube.Store.Revision.Should().BeLessThan(100 + 250);
        (world.Management.Kube.Store.Revision - before).Should().BeLessThan(200);
    }

    private static (long Workload, long Management) Written(TwinWorld world, double seconds)
    {
        var (workload, management) = (world.Workload().Kube.Store.Revision, world.Management.Kube.Store.Revision);
        world.Pass(seconds);
        return (world.Workload().Kube.Store.Revision - workload, world.Management.Kube.Store.Revision - management);
    }
}
