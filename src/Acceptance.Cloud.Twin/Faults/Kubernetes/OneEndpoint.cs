using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// round-robin-one-pod: kube-proxy lost its watch; pods, endpoints and load balancer members all read well, and one pod
/// does all the work.
/// </summary>
internal static class OneEndpoint
{
    public static Fault Of()
    {
        WorkloadCluster? struck = null;
        return new Fault(
            "round-robin-one-pod",
            "kube-proxy on a workload cluster's nodes knows one endpoint of each Service: "
                + "every answer comes from the same pod.",
            world =>
            {
                struck = world.Workloads.All.FirstOrDefault();
                if (struck is null)
                    return null;
                struck.ProxiesKnowOneEndpoint = true;
                return struck.Magnum.Name;
            },
            _ =>
            {
                if (struck is not null)
                    struck.ProxiesKnowOneEndpoint = false;
            }
        );
    }
}
