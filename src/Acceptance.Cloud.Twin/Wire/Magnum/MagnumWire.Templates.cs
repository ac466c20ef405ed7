using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>Cluster templates: a name may be given twice, and is then ambiguous.</summary>
internal sealed partial class MagnumWire
{
    private void MapTemplates()
    {
        Map("GET", "/v1/clustertemplates", ListTemplates);
        Map("GET", "/v1/clustertemplates/detail", ListTemplates);
        Map("POST", "/v1/clustertemplates", CreateTemplate);
        Map(
            "GET",
            "/v1/clustertemplates/{id}",
            request => WireAnswer.Ok(MagnumJson.Template(FindTemplate(request, request["id"]), request.Base))
        );
        Map(
            "DELETE",
            "/v1/clustertemplates/{id}",
            request =>
            {
                Model.DeleteTemplate(FindTemplate(request, request["id"]));
                return WireAnswer.Empty(204);
            }
        );
    }

    private WireAnswer ListTemplates(OpenStackRequest request)
    {
        var page = Page<ClusterTemplate>.Of(
            request,
            Visible(request),
            one => one.Id,
            1000,
            marker => new ApiRefusal(404, $"ClusterTemplate {marker} could not be found."),
            _ => new ApiRefusal(400, "Limit must be positive")
        );
        var body = new JsonObject
        {
            ["clustertemplates"] = new JsonArray([
                .. page.Items.Select(one => (JsonNode)MagnumJson.Template(one, request.Base)),
            ]),
        };
        if (page.More)
            body["next"] = $"{request.Base}/v1/clustertemplates?limit={page.Limit}&marker={page.Items[^1].Id}";
        return WireAnswer.Ok(body);
    }

    private IEnumerable<ClusterTemplate> Visible(OpenStackRequest request) =>
        Model.Templates.Where(one => one.ProjectId == request.Caller.ProjectId || one.Public || request.Caller.IsAdmin);

    private ClusterTemplate FindTemplate(OpenStackRequest request, string nameOrId)
    {
        var seen = Visible(request).ToArray();
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

    private WireAnswer CreateTemplate(OpenStackRequest request)
    {
        var body = request.Json();
        string? Text(string name) => (string?)body[name];
        bool Flag(string name, bool otherwise) => (bool?)body[name] ?? otherwise;
        var labels = new OrderedDictionary<string, string>();
        foreach (var (key, value) in body["labels"] as JsonObject ?? [])
            labels[key] = value?.ToString() ?? "";
        var template = new ClusterTemplate
        {
            Id = World.NewId(),
            Name = Text("name"),
            ProjectId = request.Caller.ProjectId,
            UserId = request.Caller.UserId,
            Coe = Text("coe") ?? "kubernetes",
            ImageId =
                Text("image_id")
                ?? throw new ApiRefusal(
                    400,
                    "Invalid input for field/attribute image_id. Value: 'None'. Mandatory field missing."
                ),
            FlavorId = Text("flavor_id"),
            MasterFlavorId = Text("master_flavor_id"),
            DnsNameserver = Text("dns_nameserver") ?? "8.8.8.8",
            KeypairId = Text("keypair_id"),
            ExternalNetworkId = Text("external_network_id"),
            FixedNetwork = Text("fixed_network"),
            FixedSubnet = Text("fixed_subnet"),
            NetworkDriver = Text("network_driver"),
            VolumeDriver = Text("volume_driver"),
            DockerStorageDriver = Text("docker_storage_driver") ?? "overlay2",
            DockerVolumeSize = (int?)body["docker_volume_size"],
            HttpProxy = Text("http_proxy"),
            HttpsProxy = Text("https_proxy"),
            NoProxy = Text("no_proxy"),
            InsecureRegistry = Text("insecure_registry"),
            RegistryEnabled = Flag("registry_enabled", false),
            TlsDisabled = Flag("tls_disabled", false),
            Public = Flag("public", false),
            Hidden = Flag("hidden", false),
            MasterLbEnabled = Flag("master_lb_enabled", false),
            FloatingIpEnabled = Flag("floating_ip_enabled", true),
            ServerType = Text("server_type") ?? "vm",
            Labels = labels,
            CreatedAt = World.Now,
        };
        var made = Model.CreateTemplate(template);
        return WireAnswer
            .Json(201, MagnumJson.Template(made, request.Base, created: true))
            .With("Location", $"{request.Base}/v1/clustertemplates/{made.Id}");
    }
}
