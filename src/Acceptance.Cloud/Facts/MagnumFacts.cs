using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Cloud.Facts;

/// <summary>What a tenant needs for a cluster, what Magnum says of it, and what Cluster API does.</summary>
public static class MagnumFacts
{
    public static FactKey<IReadOnlyList<NeutronNetwork>> Networks { get; } =
        FactKey<IReadOnlyList<NeutronNetwork>>.Moving(
            "tenant networks",
            source => source.Cloud.OpenStack.Network.Networks(source.Tenant)
        );

    /// <summary>All images of the kube image's name, but for what is private to a project that is not ours.</summary>
    public static FactKey<IReadOnlyList<Image>> Images { get; } =
        FactKey<IReadOnlyList<Image>>.Moving(
            "kube images",
            source =>
                source.From(
                    IdentityFacts.AdminToken,
                    admin =>
                        source.From(
                            IdentityFacts.TenantToken,
                            async tenant =>
                                (
                                    await source.Cloud.OpenStack.Images.Named(
                                        Scope.Admin,
                                        source.Site.Workload!.Image.Name
                                    )
                                ).Map(all => Ours(all, admin, tenant))
                        )
                ),
            IdentityFacts.AdminToken,
            IdentityFacts.TenantToken
        );

    /// <summary>Queued remnants of the image that the run removed before it seeded it.</summary>
    public static FactKey<IReadOnlyList<string>> ClearedImages { get; } =
        FactKey<IReadOnlyList<string>>.Witnessed("cleared images");

    public static FactKey<IReadOnlyList<ClusterTemplate>> Templates { get; } =
        FactKey<IReadOnlyList<ClusterTemplate>>.Moving(
            "cluster templates",
            source => source.Cloud.OpenStack.ContainerInfra.Templates(source.Tenant)
        );

    public static FactKey<IReadOnlyList<MagnumCluster>> Clusters { get; } =
        FactKey<IReadOnlyList<MagnumCluster>>.Moving(
            "clusters",
            source => source.Cloud.OpenStack.ContainerInfra.Clusters(source.Tenant)
        );

    /// <summary>
    /// The workload cluster, by its name and the tenant's project: a show by name answers an administrator with another
    /// project's (cases, real-services L01).
    /// </summary>
    public static FactKey<MagnumCluster> Cluster { get; } =
        FactKey<MagnumCluster>.Moving(
            "workload cluster",
            source =>
                source.From(
                    IdentityFacts.TenantToken,
                    async tenant =>
                        await source.Read(Clusters) switch
                        {
                            Reading<IReadOnlyList<MagnumCluster>>.Seen listed => Ours(
                                listed,
                                source.Site.Workload!.Cluster,
                                tenant
                            ),
                            var unread => unread.As<MagnumCluster>(),
                        }
                ),
            IdentityFacts.TenantToken,
            Clusters
        );

    /// <summary>The application credentials of the workload cluster's user: only their owner may list them.</summary>
    public static FactKey<IReadOnlyList<ApplicationCredential>> ClusterCredentials { get; } =
        FactKey<IReadOnlyList<ApplicationCredential>>.Moving(
            "cluster credentials",
            source =>
                source.From(Cluster, cluster => source.Cloud.OpenStack.Identity.ApplicationCredentials(cluster.UserId)),
            Cluster
        );

    /// <summary>Whether the run made the workload cluster; nobody else can tell.</summary>
    public static FactKey<bool> ClusterMade { get; } = FactKey<bool>.Witnessed("workload cluster made by this run");

    /// <summary>The OpenStackClusters of the cluster's namespace on the management cluster.</summary>
    public static FactKey<IReadOnlyList<CustomObject>> OpenStackClusters { get; } =
        FactKey<IReadOnlyList<CustomObject>>.Moving(
            "openstackclusters",
            source =>
                source.From(
                    Cluster,
                    cluster => source.Cloud.Management.List(CustomKind.OpenStackCluster, $"magnum-{cluster.ProjectId}")
                ),
            Cluster
        );

    private static IReadOnlyList<Image> Ours(IReadOnlyList<Image> all, TokenFacts admin, TokenFacts tenant) =>
        [
            .. all.Where(image =>
                !image.IsPrivate || image.OwnerId == admin.ProjectId || image.OwnerId == tenant.ProjectId
            ),
        ];

    private static Reading<MagnumCluster> Ours(
        Reading<IReadOnlyList<MagnumCluster>>.Seen listed,
        string name,
        TokenFacts tenant
    )
    {
        MagnumCluster[] named = [.. listed.Value.Where(one => one.Name == name)];
        MagnumCluster[] ours = [.. named.Where(one => one.ProjectId == tenant.ProjectId)];
        return ours switch
        {
            [var one] => new Reading<MagnumCluster>.Seen(one, listed.Evidence),
            [] when named is [var foreign, ..] => new Reading<MagnumCluster>.Unread(
                Unreadable.NotFound,
                $"the project {tenant.ProjectName} has no cluster {name}; another project ({foreign.ProjectId}) has "
                    + $"one of this name ({foreign.Uuid}), and it is not ours",
                listed.Evidence
            ),
            [] => new Reading<MagnumCluster>.Unread(
                Unreadable.NotFound,
                $"the project {tenant.ProjectName} has no cluster {name}",
                listed.Evidence
            ),
            _ => new Reading<MagnumCluster>.Unread(
                Unreadable.Conflict,
                $"{ours.Length} clusters of the project {tenant.ProjectName} are called {name}: "
                    + $"{string.Join(", ", ours.Select(one => one.Uuid))}",
                listed.Evidence
            ),
        };
    }
}
