using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePolicy;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Hypervisors; an admin's only.</summary>
internal sealed class Hypervisors(TwinWorld world) : IResource
{
    private readonly HypervisorJson _json = new(world);

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.1/os-hypervisors", request => List(request, "list", _json.Brief)),
            Route.Get("/v2.1/os-hypervisors/detail", request => List(request, "list-detail", _json.Whole)),
            Route.Get("/v2.1/os-hypervisors/statistics", Statistics),
            Route.Get("/v2.1/os-hypervisors/{id}", Show),
            Route.Get("/v2.1/os-hypervisors/{id}/uptime", Uptime),
        ];

    private Nova Nova => world.Compute;

    private WireAnswer List(
        OpenStackRequest request,
        string rule,
        Func<OpenStackRequest, ComputeNode, JsonObject> write
    )
    {
        DemandAdmin(request, $"os-hypervisors:{rule}");
        var pattern = request.Query("hypervisor_hostname_pattern");
        var fitting = Nova
            .Hypervisors.Where(one => pattern is null || one.Name.Contains(pattern, StringComparison.Ordinal))
            .ToList();
        if (pattern is not null && fitting.Count == 0)
            throw new ApiRefusal(404, $"No hypervisor matching '{pattern}' could be found.");
        return WireAnswer.Ok(
            new JsonObject { ["hypervisors"] = new JsonArray([.. fitting.Select(one => write(request, one))]) }
        );
    }

    private WireAnswer Show(OpenStackRequest request)
    {
        DemandAdmin(request, "os-hypervisors:show");
        return WireAnswer.Ok(new JsonObject { ["hypervisor"] = _json.Whole(request, Find(request)) });
    }

    private WireAnswer Uptime(OpenStackRequest request)
    {
        DemandAdmin(request, "os-hypervisors:uptime");
        var hypervisor = Find(request);
        var json = _json.Brief(request, hypervisor);
        json["uptime"] = _json.Uptime(hypervisor);
        return WireAnswer.Ok(new JsonObject { ["hypervisor"] = json });
    }

    private WireAnswer Statistics(OpenStackRequest request)
    {
        DemandAdmin(request, "os-hypervisors:statistics");
        if (request.AtLeast("2.88"))
            return WireAnswer.Html(404, "Not Found", "The resource could not be found.");
        var sums = new JsonObject { ["count"] = Nova.Hypervisors.Count };
        foreach (var group in Nova.Hypervisors.SelectMany(_json.Amounts).GroupBy(amount => amount.Key))
            sums[group.Key] = group.Sum(amount => amount.Value);
        return WireAnswer.Ok(new JsonObject { ["hypervisor_statistics"] = sums });
    }

    private ComputeNode Find(OpenStackRequest request) =>
        Nova.Hypervisors.FirstOrDefault(one => HypervisorJson.Id(request, one)!.ToString() == request["id"])
        ?? throw new ApiRefusal(404, $"Hypervisor with ID '{request["id"]}' could not be found.");
}
