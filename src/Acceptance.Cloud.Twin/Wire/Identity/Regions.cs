using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>The one region.</summary>
internal sealed class Regions(string region) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/v3/regions", List), Route.Get("/v3/regions/{id}", Show)];

    private WireAnswer List(OpenStackRequest request) => Listed(request, "regions", [region], _ => Region(request));

    private WireAnswer Show(OpenStackRequest request) =>
        request["id"] == region
            ? WireAnswer.Ok(new JsonObject { ["region"] = Region(request) })
            : throw new ApiRefusal(404, $"Could not find region: {request["id"]}.");

    private JsonObject Region(OpenStackRequest request) =>
        new()
        {
            ["id"] = region,
            ["description"] = "",
            ["parent_region_id"] = null,
            ["links"] = KeystoneJson.Self($"{Root(request)}/regions/{region}"),
        };
}
