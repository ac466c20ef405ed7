using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>What a path or a body names, by id or by a name that may be ambiguous.</summary>
internal static class ClusterLookup
{
    public static IEnumerable<MagnumCluster> VisibleClusters(this MagnumModel model, OpenStackRequest request) =>
        model.Clusters.Where(one => one.ProjectId == request.Caller.ProjectId || request.Caller.IsAdmin);

    public static MagnumCluster Cluster(this MagnumModel model, OpenStackRequest request) =>
        model.Cluster(request, request["id"]);

    public static MagnumCluster Cluster(this MagnumModel model, OpenStackRequest request, string nameOrId)
    {
        var seen = model.VisibleClusters(request).ToArray();
        if (Array.Find(seen, one => one.Id == nameOrId) is { } byId)
            return byId;
        return seen.Where(one => one.Name == nameOrId).ToArray() switch
        {
            [] => throw new ApiRefusal(404, $"Cluster {nameOrId} could not be found."),
            [var one] => one,
            _ => throw new ApiRefusal(
                409,
                "Multiple clusters exist with same name. Please use the cluster uuid instead."
            ),
        };
    }

    public static IEnumerable<ClusterTemplate> VisibleTemplates(this MagnumModel model, OpenStackRequest request) =>
        model.Templates.All.Where(one =>
            one.ProjectId == request.Caller.ProjectId || one.Public || request.Caller.IsAdmin
        );

    public static ClusterTemplate Template(this MagnumModel model, OpenStackRequest request, string nameOrId)
    {
        var seen = model.VisibleTemplates(request).ToArray();
        if (Array.Find(seen, one => one.Id == nameOrId) is { } byId)
            return byId;
        return seen.Where(one => one.Name == nameOrId).ToArray() switch
        {
            [] => throw new ApiRefusal(404, $"ClusterTemplate {nameOrId} could not be found."),
            [var one] => one,
            _ => throw new ApiRefusal(
                409,
                "Multiple ClusterTemplates exist with same name. Please use the ClusterTemplate uuid instead."
            ),
        };
    }
}
