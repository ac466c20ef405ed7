using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaPolicy;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>What a path or a body names below a load balancer, looked for first; policy is asked then.</summary>
internal static class LoadBalancerLookup
{
    public static IEnumerable<OctaviaLoadBalancer> Visible(this Octavia octavia, OpenStackRequest request)
    {
        DemandReader(request);
        return octavia.LoadBalancers.Where(balancer =>
            SeesAll(request) || balancer.ProjectId == request.Caller.ProjectId
        );
    }

    /// <summary>The children of one load balancer when the query names it, else of all that are visible.</summary>
    public static IEnumerable<OctaviaLoadBalancer> Under(this Octavia octavia, OpenStackRequest request)
    {
        var only = request.Query("loadbalancer_id") ?? request.Query("load_balancer_id");
        return octavia.Visible(request).Where(balancer => only is null || balancer.Id == only);
    }

    public static OctaviaLoadBalancer Known(this Octavia octavia, string id) =>
        octavia.LoadBalancers.FirstOrDefault(balancer => balancer.Id == id)
        ?? throw new ApiRefusal(404, $"Load Balancer {id} not found.");

    public static OctaviaLoadBalancer Parent(this Octavia octavia, OpenStackRequest request, string? id)
    {
        if (id is null)
            throw new ApiRefusal(
                400,
                "Invalid input for field/attribute loadbalancer_id. Value: 'None'. Mandatory field missing."
            );
        var balancer = octavia.Known(id);
        DemandWriter(request, balancer.ProjectId);
        return balancer;
    }

    public static (OctaviaLoadBalancer Balancer, OctaviaPool Pool) KnownPool(
        this Octavia octavia,
        string id,
        OpenStackRequest request,
        Action<OpenStackRequest, string?> demand
    )
    {
        foreach (var balancer in octavia.LoadBalancers)
        {
            if (balancer.Pools.Find(one => one.Id == id) is not { } pool)
                continue;
            demand(request, balancer.ProjectId);
            return (balancer, pool);
        }

        throw new ApiRefusal(404, $"Pool {id} not found.");
    }
}
