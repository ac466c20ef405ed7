using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>Magnum's objects in the key order of its answers (captures coe-*).</summary>
internal static class MagnumJson
{
    public static JsonObject Template(ClusterTemplate one, string at, bool created = false)
    {
        var json = new JsonObject
        {
            ["uuid"] = one.Id,
            ["name"] = one.Name,
            ["coe"] = one.Coe,
            ["image_id"] = one.ImageId,
            ["flavor_id"] = one.FlavorId,
            ["master_flavor_id"] = one.MasterFlavorId,
            ["dns_nameserver"] = one.DnsNameserver,
            ["keypair_id"] = one.KeypairId,
            ["external_network_id"] = one.ExternalNetworkId,
            ["fixed_network"] = one.FixedNetwork,
            ["fixed_subnet"] = one.FixedSubnet,
            ["network_driver"] = one.NetworkDriver,
            ["apiserver_port"] = one.ApiserverPort,
            ["docker_volume_size"] = one.DockerVolumeSize,
            ["cluster_distro"] = one.ClusterDistro,
            ["links"] = Links(at, "clustertemplates", one.Id),
        };
        Options(json, one);
        json["project_id"] = one.ProjectId;
        json["user_id"] = one.UserId;
        json["hidden"] = one.Hidden;
        json["tags"] = one.Tags;
        json["created_at"] = created ? Micro(one.CreatedAt) : Time(one.CreatedAt);
        json["updated_at"] = Time(one.UpdatedAt);
        return json;
    }

    private static void Options(JsonObject json, ClusterTemplate one)
    {
        json["http_proxy"] = one.HttpProxy;
        json["https_proxy"] = one.HttpsProxy;
        json["no_proxy"] = one.NoProxy;
        json["volume_driver"] = one.VolumeDriver;
        json["registry_enabled"] = one.RegistryEnabled;
        json["labels"] = Labels(one.Labels);
        json["tls_disabled"] = one.TlsDisabled;
        json["public"] = one.Public;
        json["server_type"] = one.ServerType;
        json["insecure_registry"] = one.InsecureRegistry;
        json["docker_storage_driver"] = one.DockerStorageDriver;
        json["master_lb_enabled"] = one.MasterLbEnabled;
        json["floating_ip_enabled"] = one.FloatingIpEnabled;
    }

    /// <summary>What a list shows of a cluster.</summary>
    public static JsonObject Listed(MagnumCluster one, string at)
    {
        var body = Head(one, at);
        body["status"] = one.Status;
        body["health_status"] = one.HealthStatus;
        body["merge_labels"] = one.MergeLabels;
        return body;
    }

    public static JsonObject Shown(MagnumCluster one, string at)
    {
        var body = Head(one, at);
        body["status"] = one.Status;
        body["status_reason"] = one.StatusReason;
        body["health_status"] = one.HealthStatus;
        body["health_status_reason"] = Labels(one.HealthReason);
        body["discovery_url"] = one.DiscoveryUrl;
        body["api_address"] = one.ApiAddress;
        body["coe_version"] = one.CoeVersion;
        body["container_version"] = one.DiscoveryUrl is not null && one.CoeVersion is not null ? "1.12.6" : null;
        body["project_id"] = one.ProjectId;
        body["user_id"] = one.UserId;
        Placed(body, one);
        if (one.Status.EndsWith("_FAILED", StringComparison.Ordinal))
            body["faults"] = new JsonObject
            {
                ["default-master"] = one.StatusReason,
                ["default-worker"] = one.StatusReason,
            };
        return body;
    }

    private static void Placed(JsonObject body, MagnumCluster one)
    {
        body["node_addresses"] = List(one.NodeAddresses);
        body["master_addresses"] = List(one.MasterAddresses);
        body["fixed_network"] = one.FixedNetwork;
        body["fixed_subnet"] = one.FixedSubnet;
        body["floating_ip_enabled"] = one.FloatingIpEnabled;
        body["merge_labels"] = one.MergeLabels;
        foreach (var empty in (string[])["labels_overridden", "labels_added", "labels_skipped"])
            body[empty] = new JsonObject();
        body["master_lb_enabled"] = one.MasterLbEnabled;
        body["created_at"] = Time(one.CreatedAt);
        body["updated_at"] = Time(one.UpdatedAt);
    }

    public static JsonObject NodeGroup(MagnumCluster one, bool master) =>
        new()
        {
            ["uuid"] = Derived(one.Id, master),
            ["name"] = master ? "default-master" : "default-worker",
            ["flavor_id"] = master ? one.MasterFlavorId : one.FlavorId,
            ["image_id"] = one.Template.ImageId,
            ["node_count"] = master ? one.MasterCount : one.NodeCount,
            ["role"] = master ? "master" : "worker",
            ["min_node_count"] = 0,
            ["max_node_count"] = null,
            ["is_default"] = true,
            ["stack_id"] = one.StackId,
            ["status"] = one.Status,
            ["merge_labels"] = one.MergeLabels,
        };

    public static JsonArray Links(string at, string collection, string id) =>
        new(
            new JsonObject { ["href"] = $"{at}/v1/{collection}/{id}", ["rel"] = "self" },
            new JsonObject { ["href"] = $"{at}/{collection}/{id}", ["rel"] = "bookmark" }
        );

    /// <summary>A node group shown by itself: what a list leaves out too.</summary>
    public static JsonObject ShownNodeGroup(MagnumCluster one, bool master, string at)
    {
        var listed = NodeGroup(one, master);
        var id = (string)listed["uuid"]!;
        var body = new JsonObject
        {
            ["id"] = master ? 1 : 2,
            ["uuid"] = id,
            ["name"] = listed["name"]!.DeepClone(),
            ["cluster_id"] = one.Id,
            ["project_id"] = one.ProjectId,
            ["docker_volume_size"] = one.Template.DockerVolumeSize,
            ["labels"] = Labels(one.Labels),
            ["links"] = Links(at, $"clusters/{one.Id}/nodegroups", id),
        };
        foreach (var key in (string[])["flavor_id", "image_id"])
            body[key] = listed[key]?.DeepClone();
        body["node_addresses"] = List(master ? one.MasterAddresses : one.NodeAddresses);
        foreach (
            var key in (string[])
                ["node_count", "role", "min_node_count", "max_node_count", "is_default", "stack_id", "status"]
        )
            body[key] = listed[key]?.DeepClone();
        body["status_reason"] = one.StatusReason;
        body["version"] = null;
        body["merge_labels"] = one.MergeLabels;
        foreach (var empty in (string[])["labels_overridden", "labels_added", "labels_skipped"])
            body[empty] = new JsonObject();
        body["created_at"] = Time(one.CreatedAt);
        body["updated_at"] = Time(one.UpdatedAt);
        return body;
    }

    private static JsonObject Head(MagnumCluster one, string at) =>
        new()
        {
            ["uuid"] = one.Id,
            ["name"] = one.Name,
            ["cluster_template_id"] = one.Template.Id,
            ["keypair"] = one.Keypair,
            ["node_count"] = one.NodeCount,
            ["master_count"] = one.MasterCount,
            ["docker_volume_size"] = one.Template.DockerVolumeSize,
            ["labels"] = Labels(one.Labels),
            ["master_flavor_id"] = one.MasterFlavorId,
            ["flavor_id"] = one.FlavorId,
            ["create_timeout"] = one.CreateTimeout,
            ["links"] = Links(at, "clusters", one.Id),
            ["stack_id"] = one.CoeVersion is null ? null : one.StackId,
        };

    private static JsonObject Labels(IEnumerable<KeyValuePair<string, string>> labels) =>
        new(labels.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private static JsonArray List(IEnumerable<string> all) => new([.. all.Select(one => (JsonNode)one)]);

    public static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    // What is not read back from the database yet shows its microseconds.
    private static string Micro(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    // A node group's id is its cluster's with the last digit told apart.
    private static string Derived(string id, bool master) => id[..^1] + (master ? "a" : "b");
}
