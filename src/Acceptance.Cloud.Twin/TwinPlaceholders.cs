using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin;

/// <summary>What the runbooks leave open in angle brackets, and what stands there in a twin's world.</summary>
internal static class TwinPlaceholders
{
    public static IReadOnlyDictionary<string, string> Of(TwinWorld world)
    {
        var plan = world.Plan;
        var stack = $"{plan.Cluster}-{plan.ClusterSuffix}";
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["cluster"] = plan.Cluster,
            ["suffix"] = plan.ClusterSuffix,
            ["CAPI-suffix"] = plan.ClusterSuffix,
            ["cluster-suffix"] = stack,
            ["cluster-name-suffix"] = stack,
            ["project-id"] = plan.CapiProjectId,
            ["magnum-ns"] = $"magnum-{plan.CapiProjectId}",
            ["host"] = plan.Hosts[0],
            ["dom"] = plan.Hosts[0],
            ["profile"] = "admin",
        };
        if (ApiBalancer(world) is { } balancer)
            foreach (var name in (string[])["LB-ID", "lb-id", "api-lb-id"])
                values[name] = balancer;
        return values;
    }

    private static string? ApiBalancer(TwinWorld world)
    {
        lock (world.Gate)
            return world
                .Workloads.All.FirstOrDefault(one => one.Magnum.Name == world.Plan.Cluster)
                ?.Stack.ApiBalancer?.Id;
    }
}
