using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Cloud.Twin.Faults.Infrastructure;

/// <summary>
/// The load balancers in front of workload clusters' APIs, once their clusters are up: a fault that struck earlier
/// would only keep the cluster from being built.
/// </summary>
internal sealed class ApiLoadBalancers(TwinWorld world)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);
    private bool _looking;

    /// <summary>By name: CAPO ends it with -kubeapi, Magnum's Heat driver says kube-api.</summary>
    public static bool IsOne(OctaviaLoadBalancer balancer) =>
        balancer.Name.Contains("kubeapi", StringComparison.Ordinal)
        || balancer.Name.Contains("kube-api", StringComparison.Ordinal);

    /// <summary>
    /// One of them, drawn by the world's seed; null while there is none, and then it is looked for again.
    /// </summary>
    public OctaviaLoadBalancer? Draw()
    {
        var up = world.LoadBalancing.LoadBalancers.Where(balancer => IsOne(balancer) && IsUp(balancer)).ToList();
        if (up.Count > 0)
            return up[world.Random.Next(up.Count)];
        if (_looking)
            return null;
        _looking = true;
        world.Clock.In(
            LookAgain,
            () =>
            {
                _looking = false;
                world.SomethingAppeared();
            }
        );
        return null;
    }

    private bool IsUp(OctaviaLoadBalancer balancer)
    {
        if (
            balancer.Provisioning != ProvisioningStatus.Active
            || !balancer.Pools.Exists(pool => pool.Members.Count > 0)
        )
            return false;
        var cluster = world.Magnum.Clusters.Find(one => balancer.Name.Contains(one.StackId, StringComparison.Ordinal));
        return cluster is null || !cluster.InProgress;
    }
}
