using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Cloud.Twin.Faults.Infrastructure;

/// <summary>LB-failover: a control-plane operation failed in a host event.</summary>
internal static class LoadBalancerInError
{
    public static Fault Of(ApiLoadBalancers candidates)
    {
        OctaviaLoadBalancer? victim = null;
        return new Fault(
            "LB-failover",
            "A workload cluster's API load balancer reads provisioning ERROR after a host event, "
                + "while it serves on (operating ONLINE).",
            world =>
            {
                victim = candidates.Draw();
                if (victim is null)
                    return null;
                world.LoadBalancing.LoadBalancers.FailOperation(victim);
                return $"{victim.Name} ({victim.Id})";
            },
            world =>
            {
                if (victim is not null)
                    world.LoadBalancing.LoadBalancers.ForgetFailure(victim);
            }
        );
    }
}
