using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>The one zone, of routers.</summary>
internal sealed class NetworkZones : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/v2.0/availability_zones", _ => List())];

    private static WireAnswer List()
    {
        var zone = new JsonObject
        {
            ["state"] = "available",
            ["name"] = "nova",
            ["resource"] = "router",
        };
        return WireAnswer.Ok(new JsonObject { ["availability_zones"] = new JsonArray(zone) });
    }
}
