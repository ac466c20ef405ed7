using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>Magnum's one conductor; an admin's to see.</summary>
internal sealed class Conductors(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/v1/mservices", List)];

    private WireAnswer List(OpenStackRequest request)
    {
        if (!request.Caller.IsAdmin)
            throw new ApiRefusal(403, "Policy doesn't allow magnum-service:get_all to be performed.");
        return WireAnswer.Ok(
            new JsonObject
            {
                ["mservices"] = new JsonArray(
                    new JsonObject
                    {
                        ["host"] = "magnum",
                        ["binary"] = "magnum-conductor",
                        ["state"] = "up",
                        ["id"] = 1,
                        ["report_count"] = 23,
                        ["disabled"] = false,
                        ["disabled_reason"] = null,
                        ["created_at"] = MagnumJson.Time(world.Plan.DeployedAt),
                        ["updated_at"] = MagnumJson.Time(world.Now),
                    }
                ),
            }
        );
    }
}
