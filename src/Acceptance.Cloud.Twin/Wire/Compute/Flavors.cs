using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePages;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePolicy;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Flavors and their extra specs.</summary>
internal sealed class Flavors(Nova nova) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.1/flavors", request => List(request, "flavors", brief: true)),
            Route.Get("/v2.1/flavors/detail", request => List(request, "flavors/detail", brief: false)),
            Route.Get("/v2.1/flavors/{id}", request => Shown(request, Find(request))),
            Route.Post("/v2.1/flavors", Create),
            Route.Delete("/v2.1/flavors/{id}", Delete),
            Route.Get(
                "/v2.1/flavors/{id}/os-extra_specs",
                request => ExtraSpecs(ServerJson.Map(Find(request).ExtraSpecs))
            ),
            Route.Post("/v2.1/flavors/{id}/os-extra_specs", SetExtraSpecs),
        ];

    private NovaFlavor Find(OpenStackRequest request) =>
        nova.Flavors.FirstOrDefault(flavor => flavor.Id == request["id"])
        ?? throw new ApiRefusal(404, $"Flavor {request["id"]} could not be found.");

    private static WireAnswer Shown(OpenStackRequest request, NovaFlavor flavor) =>
        WireAnswer.Ok(new JsonObject { ["flavor"] = FlavorJson.Flavor(request, flavor, brief: false) });

    private static WireAnswer ExtraSpecs(JsonNode specs) => WireAnswer.Ok(new JsonObject { ["extra_specs"] = specs });

    private WireAnswer List(OpenStackRequest request, string collection, bool brief)
    {
        var asked = request.Query("is_public");
        var visible = nova
            .Flavors.Where(flavor =>
                (asked, request.Caller.IsAdmin) switch
                {
                    ("None", true) => true,
                    ("False" or "false", true) => !flavor.IsPublic,
                    _ => flavor.IsPublic,
                }
            )
            .OrderBy(flavor => flavor.Id, StringComparer.Ordinal);
        var page = Cut(request, visible, flavor => flavor.Id);
        var body = new JsonObject
        {
            ["flavors"] = new JsonArray([.. page.Items.Select(flavor => FlavorJson.Flavor(request, flavor, brief))]),
        };
        if (page.Full)
            body["flavors_links"] = NextLink(request, collection, page.Items[^1].Id);
        return WireAnswer.Ok(body);
    }

    private WireAnswer Create(OpenStackRequest request)
    {
        DemandAdmin(request, "os-flavor-manage:create");
        var body = request.Json("flavor");
        var flavor = nova.Flavors.Create(
            body["name"]!.ToString(),
            Number(body, "ram"),
            Number(body, "vcpus"),
            Number(body, "disk"),
            body["id"]?.ToString() is { } id and not "auto" ? id : null,
            body["os-flavor-access:is_public"]?.GetValue<bool>() ?? true
        );
        return Shown(request, flavor);
    }

    private static int Number(JsonObject body, string field) =>
        int.TryParse(body[field]?.ToString(), out var number)
            ? number
            : throw new ApiRefusal(
                400,
                $"Invalid input for field/attribute {field}. Value: {body[field]}. '{field}' is a required property"
            );

    private WireAnswer Delete(OpenStackRequest request)
    {
        DemandAdmin(request, "os-flavor-manage:delete");
        nova.Flavors.Delete(Find(request));
        return WireAnswer.Empty(202);
    }

    private WireAnswer SetExtraSpecs(OpenStackRequest request)
    {
        DemandAdmin(request, "os-flavor-extra-specs:create");
        var specs = request.Json("extra_specs");
        foreach (var (key, value) in specs)
            Find(request).ExtraSpecs[key] = value!.ToString();
        return ExtraSpecs(specs.DeepClone());
    }
}
