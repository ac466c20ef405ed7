using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>Clusters: a name or an id stands in the path; create, resize and update answer 202 with nothing but the uuid.</summary>
internal sealed partial class MagnumWire
{
    private static readonly string[] Attributes =
    [
        "name",
        "cluster_template_id",
        "keypair",
        "node_count",
        "master_count",
        "docker_volume_size",
        "labels",
        "master_flavor_id",
        "flavor_id",
        "create_timeout",
        "discovery_url",
        "merge_labels",
        "fixed_network",
        "fixed_subnet",
        "floating_ip_enabled",
        "master_lb_enabled",
        "uuid",
        "rollback",
        "api_address",
    ];

    private void MapClusters()
    {
        Map("GET", "/v1/clusters", request => List(request, MagnumJson.Listed));
        Map("GET", "/v1/clusters/detail", request => List(request, MagnumJson.Shown));
        Map("POST", "/v1/clusters", Create);
        Map("GET", "/v1/clusters/{id}", request => WireAnswer.Ok(MagnumJson.Shown(Cluster(request), request.Base)));
        Map("PATCH", "/v1/clusters/{id}", Update);
        Map(
            "DELETE",
            "/v1/clusters/{id}",
            request =>
            {
                Model.Delete(Cluster(request));
                return WireAnswer.Empty(204);
            }
        );
        Map("POST", "/v1/clusters/{id}/actions/resize", Resize);
        Map("GET", "/v1/clusters/{id}/nodegroups", request => NodeGroups(Cluster(request)));
        Map("GET", "/v1/clusters/{id}/nodegroups/{group}", NodeGroup);
    }

    private WireAnswer List(OpenStackRequest request, Func<MagnumCluster, string, JsonObject> shape)
    {
        if (
            request.Query("sort_key") is { } key
            && key is not ("id" or "uuid" or "name" or "created_at" or "status" or "node_count")
        )
            throw new ApiRefusal(400, $"The sort_key value \"{key}\" is an invalid field for sorting");
        var page = Page<MagnumCluster>.Of(
            request,
            Model.Clusters.Where(one => one.ProjectId == request.Caller.ProjectId || request.Caller.IsAdmin),
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

    private MagnumCluster Cluster(OpenStackRequest request) => Find(request, request["id"]);

    private MagnumCluster Find(OpenStackRequest request, string nameOrId)
    {
        var seen = Model
            .Clusters.Where(one => one.ProjectId == request.Caller.ProjectId || request.Caller.IsAdmin)
            .ToArray();
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

    private WireAnswer Create(OpenStackRequest request)
    {
        var body = request.Json();
        var project =
            request.Caller.Project ?? throw new ApiRefusal(403, "Policy doesn't allow cluster:create to be performed.");
        if (body.Select(member => member.Key).FirstOrDefault(key => !Attributes.Contains(key)) is { } odd)
            throw new ApiRefusal(400, $"Unknown attribute for argument cluster: {odd}");
        var template = FindTemplate(
            request,
            (string?)body["cluster_template_id"]
                ?? throw new ApiRefusal(
                    400,
                    "Invalid input for field/attribute cluster_template_id. Value: 'None'. Mandatory field missing."
                )
        );
        var wanted = new ClusterRequest((string?)body["name"] ?? $"cluster-{World.NewSuffix(6)}", template)
        {
            Keypair = Keypair(request, (string?)body["keypair"] ?? template.KeypairId),
            NodeCount = Count(body, "node_count", 1, 0),
            MasterCount = Count(body, "master_count", 1, 1),
            FlavorId = (string?)body["flavor_id"],
            MasterFlavorId = (string?)body["master_flavor_id"],
            CreateTimeout = Count(body, "create_timeout", 60, 0),
            MergeLabels = (bool?)body["merge_labels"] ?? false,
            Labels = body["labels"] is JsonObject labels
                ? [.. labels.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.ToString() ?? ""))]
                : null,
        };
        if (wanted.MasterCount > 1 && !template.MasterLbEnabled)
            throw new ApiRefusal(400, "master_count must be 1 when master_lb_enabled is False");
        return Accepted(Model.Create(wanted, request.Caller.User, project));
    }

    private string? Keypair(OpenStackRequest request, string? name)
    {
        if (name is null || World.Compute.Keypair(request.Caller.UserId, name) is not null)
            return name;
        throw new ApiRefusal(404, $"Unable to find keypair {name}.");
    }

    private WireAnswer Resize(OpenStackRequest request)
    {
        var cluster = Cluster(request);
        Model.Resize(cluster, Count(request.Json(), "node_count", cluster.NodeCount, 0));
        return Accepted(cluster);
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var cluster = Cluster(request);
        foreach (var change in request.JsonArray().OfType<JsonObject>())
        {
            if ((string?)change["path"] != "/node_count")
                throw new ApiRefusal(
                    400,
                    $"Cannot change cluster property(ies) {((string?)change["path"] ?? "").TrimStart('/')}."
                );
            Model.Resize(cluster, Count(change, "value", cluster.NodeCount, 0));
        }

        return Accepted(cluster);
    }

    private static WireAnswer NodeGroups(MagnumCluster cluster) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["nodegroups"] = new JsonArray(
                    MagnumJson.NodeGroup(cluster, master: true),
                    MagnumJson.NodeGroup(cluster, master: false)
                ),
            }
        );

    private WireAnswer NodeGroup(OpenStackRequest request)
    {
        var cluster = Cluster(request);
        var found = new[] { true, false }
            .Select(master => MagnumJson.ShownNodeGroup(cluster, master, request.Base))
            .FirstOrDefault(one =>
                (string?)one["name"] == request["group"] || (string?)one["uuid"] == request["group"]
            );
        return found is null
            ? throw new ApiRefusal(404, $"Nodegroup {request["group"]} could not be found.")
            : WireAnswer.Ok(found);
    }

    private static WireAnswer Accepted(MagnumCluster cluster) =>
        WireAnswer.Json(202, new JsonObject { ["uuid"] = cluster.Id });

    private static int Count(JsonObject body, string name, int otherwise, int least)
    {
        if (body[name] is not { } node)
            return otherwise;
        if (
            node.GetValueKind() == JsonValueKind.Number
            && node.AsValue().TryGetValue(out int number)
            && number >= least
        )
            return number;
        throw new ApiRefusal(
            400,
            $"Invalid input for field/attribute {name}. Value: '{node}'. Value should be greater or equal to {least}"
        );
    }
}
