using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Images;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>Cluster templates: a name may be given twice, and is then ambiguous.</summary>
internal sealed class ClusterTemplates(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v1/clustertemplates", List),
            Route.Get("/v1/clustertemplates/detail", List),
            Route.Post("/v1/clustertemplates", Create),
            Route.Get("/v1/clustertemplates/{id}", Show),
            Route.Delete("/v1/clustertemplates/{id}", Delete),
        ];

    private MagnumModel Model => world.Magnum;

    private WireAnswer List(OpenStackRequest request)
    {
        var page = Page<ClusterTemplate>.Of(
            request,
            Model.VisibleTemplates(request),
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

    private WireAnswer Show(OpenStackRequest request) =>
        WireAnswer.Ok(MagnumJson.Template(Model.Template(request, request["id"]), request.Base));

    private WireAnswer Delete(OpenStackRequest request)
    {
        Model.DeleteTemplate(Model.Template(request, request["id"]));
        return WireAnswer.Empty(204);
    }

    private WireAnswer Create(OpenStackRequest request)
    {
        var made = Model.Templates.Create(Wanted(request, request.Json()), image => ImagePolicy.CanSee(request, image));
        return WireAnswer
            .Json(201, MagnumJson.Template(made, request.Base, created: true))
            .With("Location", $"{request.Base}/v1/clustertemplates/{made.Id}");
    }

    private ClusterTemplate Wanted(OpenStackRequest request, JsonObject body)
    {
        var template = new ClusterTemplate
        {
            Id = world.NewId(),
            Name = Text(body, "name"),
            ProjectId = request.Caller.ProjectId,
            UserId = request.Caller.UserId,
            Coe = Text(body, "coe") ?? "kubernetes",
            ImageId = Text(body, "image_id") ?? throw NoImage(),
            FlavorId = Text(body, "flavor_id"),
            MasterFlavorId = Text(body, "master_flavor_id"),
            KeypairId = Text(body, "keypair_id"),
            ServerType = Text(body, "server_type") ?? "vm",
            VolumeDriver = Text(body, "volume_driver"),
            DockerStorageDriver = Text(body, "docker_storage_driver") ?? "overlay2",
            DockerVolumeSize = (int?)body["docker_volume_size"],
            Labels = Labels(body),
            CreatedAt = world.Now,
        };
        Network(template, body);
        Flags(template, body);
        return template;
    }

    private static void Network(ClusterTemplate template, JsonObject body)
    {
        template.DnsNameserver = Text(body, "dns_nameserver") ?? "8.8.8.8";
        template.ExternalNetworkId = Text(body, "external_network_id");
        template.FixedNetwork = Text(body, "fixed_network");
        template.FixedSubnet = Text(body, "fixed_subnet");
        template.NetworkDriver = Text(body, "network_driver");
        template.HttpProxy = Text(body, "http_proxy");
        template.HttpsProxy = Text(body, "https_proxy");
        template.NoProxy = Text(body, "no_proxy");
        template.InsecureRegistry = Text(body, "insecure_registry");
    }

    private static void Flags(ClusterTemplate template, JsonObject body)
    {
        template.RegistryEnabled = Flag(body, "registry_enabled", false);
        template.TlsDisabled = Flag(body, "tls_disabled", false);
        template.Public = Flag(body, "public", false);
        template.Hidden = Flag(body, "hidden", false);
        template.MasterLbEnabled = Flag(body, "master_lb_enabled", false);
        template.FloatingIpEnabled = Flag(body, "floating_ip_enabled", true);
    }

    private static OrderedDictionary<string, string> Labels(JsonObject body)
    {
        var labels = new OrderedDictionary<string, string>();
        foreach (var (key, value) in body["labels"] as JsonObject ?? [])
            labels[key] = value?.ToString() ?? "";
        return labels;
    }

    private static ApiRefusal NoImage() =>
        new(400, "Invalid input for field/attribute image_id. Value: 'None'. Mandatory field missing.");

    private static string? Text(JsonObject body, string name) => (string?)body[name];

    private static bool Flag(JsonObject body, string name, bool otherwise) => (bool?)body[name] ?? otherwise;
}
