using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Resources;

/// <summary>What came of a cluster, by its owner chain: the servers of its nodes, the load balancer of its API. Taken before the delete, looked for after.</summary>
public sealed class ClusterTrace
{
    private readonly IOpenStack _openStack;
    private readonly Scope _tenant;
    private readonly Balancers _balancers;
    private readonly MagnumCluster _cluster;
    private readonly BalancerParts _balancer;
    private readonly IReadOnlyList<string> _servers;

    private ClusterTrace(
        IOpenStack openStack,
        Scope tenant,
        Balancers balancers,
        MagnumCluster cluster,
        BalancerParts balancer,
        IReadOnlyList<string> servers
    )
    {
        (_openStack, _tenant, _balancers) = (openStack, tenant, balancers);
        (_cluster, _balancer, _servers) = (cluster, balancer, servers);
    }

    public static async Task<ClusterTrace> Take(
        WorkloadCluster workload,
        IOpenStack openStack,
        Scope tenant,
        Balancers balancers
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
        return new ClusterTrace(openStack, tenant, balancers, cluster, balancer, servers);
    }

    public async Task<Verdict> JudgeMagnum() =>
        await _openStack.ContainerInfra.Cluster(_tenant, _cluster.Uuid) switch
        {
            Reading<MagnumCluster>.Unread { Why: Unreadable.NotFound } gone => Verdict.Keep(
                $"Magnum no longer knows {_cluster.Name}",
                gone.Evidence
            ),
            var still => still.Judge(
                (cluster, evidence) =>
                    Verdict.Break(
                        $"Magnum still lists {cluster.Name} as {cluster.Status}",
                        cluster.Name,
                        "stuck-delete",
                        evidence
                    )
            ),
        };

    public async Task<Verdict> JudgeRemnants()
    {
        var remnants = new Dictionary<string, IReadOnlyList<string>>(await _balancers.Remnants(_balancer));
        var servers = await _openStack.Compute.Servers(_tenant);
        remnants["servers"] =
        [
            .. servers.OrStop().Where(server => _servers.Contains(server.Id)).Select(server => server.Name),
        ];
        return _servers.Count == 0
            ? Verdict.NotKnown($"no server of {_cluster.Name} was seen before the delete")
            : NothingIsLeft.Judge($"the cluster {_cluster.Name}", remnants, servers.Evidence);
    }
}
