namespace Acceptance.Cloud.OpenStack;

/// <summary>Octavia. Amphorae and failover are admin-scope only (appendix-A LB-failover).</summary>
public interface ILoadBalancing
{
    Task<Reading<IReadOnlyList<LoadBalancer>>> LoadBalancers(Scope scope, CancellationToken cancel = default);

    Task<Reading<LoadBalancer>> LoadBalancer(Scope scope, string id, CancellationToken cancel = default);

    Task<Reading<IReadOnlyList<Amphora>>> Amphorae(CancellationToken cancel = default);

    Task<Reading<Done>> Failover(string loadBalancerId, CancellationToken cancel = default);

    /// <summary>Deletes with cascade.</summary>
    Task<Reading<Done>> Delete(Scope scope, string loadBalancerId, CancellationToken cancel = default);
}
