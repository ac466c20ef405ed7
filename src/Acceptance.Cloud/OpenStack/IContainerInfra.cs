namespace Acceptance.Cloud.OpenStack;

/// <summary>Magnum.</summary>
public interface IContainerInfra
{
    Task<Reading<IReadOnlyList<ClusterTemplate>>> Templates(Scope scope, CancellationToken cancel = default);

    Task<Reading<ClusterTemplate>> CreateTemplate(
        Scope scope,
        ClusterTemplateRequest request,
        CancellationToken cancel = default
    );

    Task<Reading<IReadOnlyList<MagnumCluster>>> Clusters(Scope scope, CancellationToken cancel = default);

    /// <summary>By name or uuid; NotFound when it is gone.</summary>
    Task<Reading<MagnumCluster>> Cluster(Scope scope, string nameOrId, CancellationToken cancel = default);

    /// <summary>202 with only the uuid.</summary>
    Task<Reading<string>> CreateCluster(Scope scope, ClusterRequest request, CancellationToken cancel = default);

    Task<Reading<Done>> DeleteCluster(Scope scope, string uuid, CancellationToken cancel = default);

    /// <summary>
    /// A kubeconfig's text made as `coe cluster config` makes it: a fresh key, a certificate request posted, the
    /// cluster's CA. That is a mutation (a certificate is issued).
    /// </summary>
    Task<Reading<string>> Kubeconfig(Scope scope, MagnumCluster cluster, CancellationToken cancel = default);
}
