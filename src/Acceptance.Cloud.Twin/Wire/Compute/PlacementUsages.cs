using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.PlacementRules;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What a project holds in all.</summary>
internal sealed class PlacementUsages(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/usages", Show)];

    private WireAnswer Show(OpenStackRequest request)
    {
        DemandVersion(request, "1.9");
        var project =
            request.Query("project_id")
            ?? throw new ApiRefusal(400, "Invalid query string parameters: 'project_id' is a required property");
        if (project != request.Caller.ProjectId)
            DemandAdmin(request, "usages");
        var held = world.Placement.Allocations.Where(allocation => allocation.ProjectId == project).ToList();
        var usages = held.Count == 0 ? [] : Amounts(kind => held.Sum(allocation => Placement.Amount(allocation, kind)));
        return world.Fresh(request, new JsonObject { ["usages"] = usages });
    }
}
