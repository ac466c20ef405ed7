using Acceptance.Cloud.Twin.Faults;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Twin.Tests.Infrastructure;

/// <summary>A world of its own for one test, and what these tests need of a workload cluster.</summary>
internal static class SmallWorld
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static TwinWorld New(Func<WorldPlan, WorldPlan>? change = null)
    {
        var plan = new WorldPlan { Start = Start };
        return new TwinWorld(change?.Invoke(plan) ?? plan, new NoListeners());
    }

    /// <summary>What can be broken in the world, and what is.</summary>
    public static FaultRegistry Breakable(this TwinWorld world) => new(world, FaultCatalogue.Of(world));

    public static void Pass(this TwinWorld world, double seconds) => world.Clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>The API load balancer of a workload cluster, standing, with one member.</summary>
    public static OctaviaLoadBalancer ApiLoadBalancer(this TwinWorld world) =>
        world.LoadBalancing.Create(
            new LoadBalancerRequest(
                "k8s-clusterapi-cluster-magnum-x-capi-test-1-kubeapi",
                world.Plan.CapiProjectId,
                world.Network.Subnets.Find("capi-mgmt-subnet")!.Id
            )
            {
                Id = world.Plan.ApiLoadBalancerId,
                Standing = true,
                Listeners = [new ListenerRequest(6443) { Members = [new MemberAddress("10.20.8.77", 6443)] }],
            }
        );

    public static OctaviaLoadBalancer ApiLoadBalancerOnce(this TwinWorld world) =>
        world.LoadBalancing.LoadBalancers.Find(world.Plan.ApiLoadBalancerId) ?? world.ApiLoadBalancer();

    /// <summary>Servers of another tenant until no host takes an amphora any more.</summary>
    public static void Fill(this TwinWorld world)
    {
        var flavor = world.Compute.Flavors.Create("fill.1g", 1024, 1, 1);
        var amphora = new Dictionary<string, int>
        {
            [Placement.Memory] = 1024,
            [Placement.Cpu] = 1,
            [Placement.Disk] = 8,
        };
        while (world.Placement.Candidates(amphora).Count > 0)
            world.Compute.Boot(
                new ServerRequest("filler", "another-tenant", "somebody", flavor.Name) { Standing = true }
            );
    }
}
