using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>The two node groups that every cluster has.</summary>
internal sealed class NodeGroups(MagnumModel model) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v1/clusters/{id}/nodegroups", request => List(model.Cluster(request))),
            Route.Get("/v1/clusters/{id}/nodegroups/{group}", Show),
        ];

    private static WireAnswer List(MagnumCluster cluster) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["nodegroups"] = new JsonArray(
                    MagnumJson.NodeGroup(cluster, master: true),
                    MagnumJson.NodeGroup(cluster, master: false)
                ),
            }
        );

    private WireAnswer Show(OpenStackRequest request)
    {
        var cluster = model.Cluster(request);
        var found = new[] { true, false }
            .Select(master => MagnumJson.ShownNodeGroup(cluster, master, request.Base))
            .FirstOrDefault(one =>
                (string?)one["name"] == request["group"] || (string?)one["uuid"] == request["group"]
            );
        return found is null
            ? throw new ApiRefusal(404, $"Nodegroup {request["group"]} could not be found.")
            : WireAnswer.Ok(found);
    }
}
