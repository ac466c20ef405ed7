using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;
using ClusterRequest = Acceptance.Cloud.OpenStack.ClusterRequest;
using ClusterTemplate = Acceptance.Cloud.OpenStack.ClusterTemplate;
using MagnumCluster = Acceptance.Cloud.OpenStack.MagnumCluster;
using OfWorld = Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Worlds.OpenStack;

/// <summary>Magnum: an administrator is shown every project's.</summary>
internal sealed class WorldContainerInfra(TwinWorld world, WorldServices services) : IContainerInfra
{
    /// <summary>In a project's scope its own of a name, else the one that the administrator made public.</summary>
    public Task<Reading<IReadOnlyList<ClusterTemplate>>> Templates(Scope scope, CancellationToken cancel = default)
    {
        var admin = services.Token(Scope.Admin);
        return scope is Scope.ProjectScope && admin is not Reading<TokenGrant>.Seen
            ? Task.FromResult(admin.As<IReadOnlyList<ClusterTemplate>>())
            : services.Ask<IReadOnlyList<ClusterTemplate>>(
                scope,
                "magnum",
                "/v1/clustertemplates",
                caller =>
                    [
                        .. (
                            scope is Scope.ProjectScope
                                ? Meant(caller.ProjectId, admin.ValueOrDefault!.ProjectId)
                                : world.Magnum.Templates.All.Where(one => one.Public || Owns(caller, one.ProjectId))
                        ).Select(Template),
                    ]
            );
    }

    public Task<Reading<IReadOnlyList<MagnumCluster>>> Clusters(Scope scope, CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<MagnumCluster>>(
            scope,
            "magnum",
            "/v1/clusters/detail",
            caller => [.. world.Magnum.Clusters.Where(one => Owns(caller, one.ProjectId)).Select(Cluster)]
        );

    public Task<Reading<MagnumCluster>> Cluster(Scope scope, string nameOrId, CancellationToken cancel = default) =>
        services.Readings.Unknown<MagnumCluster>("cluster by name");

    public Task<Reading<ClusterTemplate>> CreateTemplate(
        Scope scope,
        ClusterTemplateRequest request,
        CancellationToken cancel = default
    ) => services.Readings.OnlyRead<ClusterTemplate>("template create");

    public Task<Reading<string>> CreateCluster(
        Scope scope,
        ClusterRequest request,
        CancellationToken cancel = default
    ) => services.Readings.OnlyRead<string>("cluster create");

    public Task<Reading<Done>> DeleteCluster(Scope scope, string uuid, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("cluster delete");

    public Task<Reading<string>> Kubeconfig(Scope scope, MagnumCluster cluster, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<string>("certificate request");

    private IEnumerable<OfWorld.ClusterTemplate> Meant(string project, string administrators) =>
        world
            .Magnum.Templates.All.Where(one =>
                one.ProjectId == project || (one.Public && one.ProjectId == administrators)
            )
            .GroupBy(one => one.Name)
            .SelectMany(named =>
                named.Any(one => one.ProjectId == project) ? named.Where(one => one.ProjectId == project) : named
            );

    private static bool Owns(TokenGrant caller, string project) => caller.IsAdmin || project == caller.ProjectId;

    private static ClusterTemplate Template(OfWorld.ClusterTemplate one) =>
        new(
            one.Id,
            one.Name ?? "",
            one.Coe,
            one.ImageId,
            one.ExternalNetworkId ?? "",
            one.MasterFlavorId ?? "",
            one.FlavorId ?? "",
            one.MasterLbEnabled,
            one.FloatingIpEnabled,
            one.NetworkDriver,
            one.DnsNameserver,
            one.DockerStorageDriver,
            new Dictionary<string, string>(one.Labels)
        );

    private static MagnumCluster Cluster(OfWorld.MagnumCluster one) =>
        new(
            one.Id,
            one.Name,
            State<ClusterStatus>.Read(one.Status),
            one.StatusReason,
            State<ClusterHealthStatus>.Read(one.HealthStatus),
            one.HealthReason.ToDictionary(reason => reason.Key, reason => State<ComponentHealth>.Read(reason.Value)),
            one.ApiAddress,
            one.MasterCount,
            one.NodeCount,
            one.Template.Id,
            one.CoeVersion is null ? null : one.StackId,
            one.ProjectId,
            one.UserId,
            new Dictionary<string, string>(one.Labels),
            one.CreatedAt.InSeconds()
        )
        {
            Faults = Faults(one),
        };

    private static Dictionary<string, string> Faults(OfWorld.MagnumCluster one) =>
        one is { StatusReason: { } why } && one.Status.EndsWith("_FAILED", StringComparison.Ordinal)
            ? new() { ["default-master"] = why, ["default-worker"] = why }
            : [];
}
