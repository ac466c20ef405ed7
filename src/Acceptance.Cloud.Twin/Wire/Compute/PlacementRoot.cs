using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Placement's only version.</summary>
internal sealed class PlacementRoot(TwinWorld world, Microversions versions) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [Route.Get("/", Show).ForAnyone(), Route.Head("/", _ => NoHead()).ForAnyone()];

    private static WireAnswer NoHead() => WireAnswer.Empty(405, "text/html; charset=UTF-8").With("allow", "GET");

    private WireAnswer Show(OpenStackRequest request)
    {
        var version = new JsonObject
        {
            ["id"] = "v1.0",
            ["max_version"] = versions.Max,
            ["min_version"] = versions.Min,
            ["status"] = "CURRENT",
            ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = "" }),
        };
        return world.Fresh(request, new JsonObject { ["versions"] = new JsonArray(version) });
    }
}
