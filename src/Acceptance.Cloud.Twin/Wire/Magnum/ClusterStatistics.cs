using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>How many clusters and nodes there are, and what Magnum could list and this cloud has none of.</summary>
internal sealed class ClusterStatistics(MagnumModel model) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v1/stats", Show),
            Route.Get("/v1/quotas", _ => Empty("quotas")),
            Route.Get("/v1/federations", _ => Empty("federations")),
        ];

    private WireAnswer Show(OpenStackRequest request)
    {
        var project = request.Query("project_id");
        var counted = model.Clusters.Where(cluster => project is null || cluster.ProjectId == project).ToArray();
        return WireAnswer.Ok(
            new JsonObject
            {
                ["clusters"] = counted.Length,
                ["nodes"] = counted.Sum(cluster => cluster.NodeCount + cluster.MasterCount),
            }
        );
    }

    private static WireAnswer Empty(string collection) =>
        WireAnswer.Ok(new JsonObject { [collection] = new JsonArray() });
}
