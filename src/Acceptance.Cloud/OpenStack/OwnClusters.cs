namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// The clusters of a tenant's project: an administrator's list is every project's, and a name is no mark (cases,
/// real-services L01).
/// </summary>
public static class OwnClusters
{
    public static async Task<Reading<IReadOnlyList<MagnumCluster>>> ClustersOf(this IOpenStack openStack, Scope tenant)
    {
        var token = await openStack.Token(tenant);
        if (token is not Reading<TokenFacts>.Seen { Value: var me })
            return token.As<IReadOnlyList<MagnumCluster>>();
        return (await openStack.ContainerInfra.Clusters(tenant)).Map(all =>
            (IReadOnlyList<MagnumCluster>)[.. all.Where(one => one.ProjectId == me.ProjectId)]
        );
    }
}
