using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.LoadBalancing;

namespace Acceptance.Runs.Resources;

/// <summary>
/// What came of a cluster, by its owner chain: the servers of its nodes, the load balancer of its API. Taken before
/// the delete, looked for after.
/// </summary>
public sealed class ClusterTrace
{
    private readonly IOpenStack _openStack;
    private readonly Scope _tenant;
    private readonly Balancers _balancers;
    private readonly FactBook _facts;
    private readonly MagnumCluster _cluster;
    private readonly BalancerParts _balancer;
    private readonly IReadOnlyList<string> _servers;

    private ClusterTrace(
        IOpenStack openStack,
        Scope tenant,
        Balancers balancers,
        FactBook facts,
        MagnumCluster cluster,
        BalancerParts balancer,
        IReadOnlyList<string> servers
    )
    {
        (_openStack, _tenant, _balancers, _facts) = (openStack, tenant, balancers, facts);
        (_cluster, _balancer, _servers) = (cluster, balancer, servers);
    }

    public static async Task<ClusterTrace> Take(
        WorkloadCluster workload,
        IOpenStack openStack,
        Scope tenant,
        Balancers balancers,
        FactBook facts
    )
    {
        var cluster = await workload.Complete();
        var api = await workload.Api();
        var balancer = (await balancers.AtAddress(api.Server.Host)).Parts;
        var nodes = (await api.Nodes()).OrStop().Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var servers = (await openStack.Compute.Servers(tenant))
            .OrStop()
            .Where(server => nodes.Contains(server.Name))
            .Select(server => server.Id)
            .ToArray();
        return new ClusterTrace(openStack, tenant, balancers, facts, cluster, balancer, servers);
    }

    /// <summary>
    /// Looks for it again, and puts in what was seen: <see cref="ClusterFacts.Removed"/>,
    /// <see cref="ClusterFacts.Remnants"/>.
    /// </summary>
    public async Task Look()
    {
        var now = await _openStack.ContainerInfra.Cluster(_tenant, _cluster.Uuid);
        _facts.Put(
            ClusterFacts.Removed,
            new Reading<RemovedCluster>.Seen(new RemovedCluster(_cluster.Name, now), now.Evidence)
        );
        _facts.Put(ClusterFacts.Remnants, await Remnants());
    }

    private async Task<Reading<Remnants>> Remnants()
    {
        if (_servers.Count == 0)
            return new Reading<Remnants>.Unread(
                Unreadable.NotOursToRead,
                $"no server of {_cluster.Name} was seen before the delete",
                Evidence.None
            );
        var left = new Dictionary<string, IReadOnlyList<string>>(await _balancers.Remnants(_balancer));
        var servers = await _openStack.Compute.Servers(_tenant);
        left["servers"] =
        [
            .. servers.OrStop().Where(server => _servers.Contains(server.Id)).Select(server => server.Name),
        ];
        return new Reading<Remnants>.Seen(new Remnants($"the cluster {_cluster.Name}", left), servers.Evidence);
    }
}
