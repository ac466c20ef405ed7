using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.PlacementRules;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What one consumer (a server) holds.</summary>
internal sealed class Allocations(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/allocations/{id}", Show)];

    private Placement Model => world.Placement;

    private WireAnswer Show(OpenStackRequest request)
    {
        DemandAdmin(request, "allocations:list");
        var body = new JsonObject { ["allocations"] = new JsonObject() };
        if (Model.AllocationOf(request["id"]) is not { } held)
            return world.Fresh(request, body);
        body["allocations"]![held.ProviderId] = new JsonObject
        {
            ["resources"] = Amounts(kind => Placement.Amount(held, kind)),
            ["generation"] = Model.Generation(held.ProviderId),
        };
        if (request.AtLeast("1.12"))
        {
            body["project_id"] = held.ProjectId;
            body["user_id"] = held.UserId;
        }

        if (request.AtLeast("1.28"))
            body["consumer_generation"] = 1;
        return world.Fresh(request, body);
    }
}
