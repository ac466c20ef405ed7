using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>
/// Clusters: an id or a name in the path; create, resize and update answer 202 with nothing but the uuid.
/// </summary>
internal sealed class Clusters(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v1/clusters", request => List(request, MagnumJson.Listed)),
            Route.Get("/v1/clusters/detail", request => List(request, MagnumJson.Shown)),
            Route.Post("/v1/clusters", Create),
            Route.Get("/v1/clusters/{id}", Show),
            Route.Patch("/v1/clusters/{id}", Update),
            Route.Delete("/v1/clusters/{id}", Delete),
            Route.Post("/v1/clusters/{id}/actions/resize", Resize),
        ];

    private MagnumModel Model => world.Magnum;

    private WireAnswer List(OpenStackRequest request, Func<MagnumCluster, string, JsonObject> shape)
    {
        if (
            request.Query("sort_key") is { } key
            && key is not ("id" or "uuid" or "name" or "created_at" or "status" or "node_count")
        )
            throw new ApiRefusal(400, $"The sort_key value \"{key}\" is an invalid field for sorting");
        var page = Page<MagnumCluster>.Of(
            request,
            Model.VisibleClusters(request),
            one => one.Id,
            1000,
            marker => new ApiRefusal(404, $"Cluster {marker} could not be found."),
            _ => new ApiRefusal(400, "Limit must be positive")
        );
        var body = new JsonObject
        {
            ["clusters"] = new JsonArray([.. page.Items.Select(one => (JsonNode)shape(one, request.Base))]),
        };
        if (page.More)
            body["next"] = $"{request.Base}/v1/clusters?limit={page.Limit}&marker={page.Items[^1].Id}";
        return WireAnswer.Ok(body);
    }

    private WireAnswer Show(OpenStackRequest request) =>
        WireAnswer.Ok(MagnumJson.Shown(Model.Cluster(request), request.Base));

    private WireAnswer Delete(OpenStackRequest request)
    {
        Model.Delete(Model.Cluster(request));
        return WireAnswer.Empty(204);
    }

    private WireAnswer Create(OpenStackRequest request)
    {
        var body = request.Json();
        var project =
            request.Caller.Project ?? throw new ApiRefusal(403, "Policy doesn't allow cluster:create to be performed.");
        WantedCluster.DemandKnown(body);
        var template = Model.Template(request, WantedCluster.TemplateName(body));
        var wanted = Wanted(request, body, template);
        if (wanted.MasterCount > 1 && !template.MasterLbEnabled)
            throw new ApiRefusal(400, "master_count must be 1 when master_lb_enabled is False");
        return Accepted(Model.Create(wanted, request.Caller.User, project));
    }

    private ClusterRequest Wanted(OpenStackRequest request, JsonObject body, ClusterTemplate template) =>
        new ClusterRequest((string?)body["name"] ?? $"cluster-{world.NewSuffix(6)}", template)
        {
            Keypair = Keypair(request, (string?)body["keypair"] ?? template.KeypairId),
            NodeCount = WantedCluster.Count(body, "node_count", 1, 0),
            MasterCount = WantedCluster.Count(body, "master_count", 1, 1),
            FlavorId = (string?)body["flavor_id"],
            MasterFlavorId = (string?)body["master_flavor_id"],
            CreateTimeout = WantedCluster.Count(body, "create_timeout", 60, 0),
            MergeLabels = (bool?)body["merge_labels"] ?? false,
            ByApplicationCredential = request.Caller.AppCredential is not null,
            Labels = body["labels"] is JsonObject labels
                ? [.. labels.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.ToString() ?? ""))]
                : null,
        };

    private string? Keypair(OpenStackRequest request, string? name)
    {
        if (name is null || world.Compute.Keypairs.Find(request.Caller.UserId, name) is not null)
            return name;
        throw new ApiRefusal(404, $"Unable to find keypair {name}.");
    }

    private WireAnswer Resize(OpenStackRequest request)
    {
        var cluster = Model.Cluster(request);
        Model.Resize(cluster, WantedCluster.Count(request.Json(), "node_count", cluster.NodeCount, 0));
        return Accepted(cluster);
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var cluster = Model.Cluster(request);
        foreach (var change in request.JsonArray().OfType<JsonObject>())
        {
            if ((string?)change["path"] != "/node_count")
                throw new ApiRefusal(
                    400,
                    $"Cannot change cluster property(ies) {((string?)change["path"] ?? "").TrimStart('/')}."
                );
            Model.Resize(cluster, WantedCluster.Count(change, "value", cluster.NodeCount, 0));
        }

        return Accepted(cluster);
    }

    private static WireAnswer Accepted(MagnumCluster cluster) =>
        WireAnswer.Json(202, new JsonObject { ["uuid"] = cluster.Id });
}
