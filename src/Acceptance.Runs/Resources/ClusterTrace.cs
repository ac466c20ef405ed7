using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.LoadBalancing;

namespace Acceptance.Runs.Resources;

/// <summary>What came of a cluster, by its owner chain: the servers of its nodes, the load balancer of its API. Taken before the delete, looked for after.</summary>
public sealed class ClusterTrace
{
    private readonly RunParts _parts;
    private readonly MagnumCluster _cluster;
    private readonly BalancerParts _balancer;
    private readonly IReadOnlyList<string> _servers;

    private ClusterTrace(
        RunParts parts,
        MagnumCluster cluster,
        BalancerParts balancer,
        IReadOnlyList<string> servers
    ) => (_parts, _cluster, _balancer, _servers) = (parts, cluster, balancer, servers);

    public static async Task<ClusterTrace> Of(RunParts parts)
    {
        var cluster = await parts.Cluster.Complete();
        var api = await parts.Cluster.Api();
        var balancer = (await new Balancers(parts).AtAddress(api.Server.Host)).Parts;
        var nodes = (await api.Nodes()).OrStop().Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var servers = (await parts.Cloud.OpenStack.Compute.Servers(parts.Tenant))
            .OrStop()
            .Where(server => nodes.Contains(server.Name))
            .Select(server => server.Id)
            .ToArray();
        return new ClusterTrace(parts, cluster, balancer, servers);
    }

    /// <summary>Looks for it again, and puts in what was seen: <see cref="ClusterFacts.Removed"/>, <see cref="ClusterFacts.Remnants"/>.</summary>
    public async Task Look()
    {
        var now = await _parts.Cloud.OpenStack.ContainerInfra.Cluster(_parts.Tenant, _cluster.Uuid);
        _parts.Facts.Put(
            ClusterFacts.Removed,
            new Reading<RemovedCluster>.Seen(new RemovedCluster(_cluster.Name, now), now.Evidence)
        );
        _parts.Facts.Put(ClusterFacts.Remnants, await Remnants());
    }

    private async Task<Reading<Remnants>> Remnants()
    {
        if (_servers.Count == 0)
            return new Reading<Remnants>.Unread(
                Unreadable.NotOursToRead,
                $"no server of {_cluster.Name} was seen before the delete",
                Evidence.None
            );
        var left = new Dictionary<string, IReadOnlyList<string>>(await new Balancers(_parts).Remnants(_balancer));
        var servers = await _parts.Cloud.OpenStack.Compute.Servers(_parts.Tenant);
        left["servers"] =
        [
            .. servers.OrStop().Where(server => _servers.Contains(server.Id)).Select(server => server.Name),
        ];
        return new Reading<Remnants>.Seen(new Remnants($"the cluster {_cluster.Name}", left), servers.Evidence);
    }
}
