using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePolicy;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What a project's servers took in a span of time; those that are gone are not kept here.</summary>
internal sealed class TenantUsage(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/v2.1/os-simple-tenant-usage/{id}", Show)];

    private WireAnswer Show(OpenStackRequest request)
    {
        if (request["id"] != request.Caller.ProjectId)
            DemandAdmin(request, "os-simple-tenant-usage:show");
        var used = world
            .Compute.Servers.Where(server => server.ProjectId == request["id"])
            .Where(server => server.LaunchedAt is not null)
            .Select(server => new ServerHours(server, (world.Now - server.LaunchedAt!.Value).TotalHours))
            .ToList();
        return WireAnswer.Ok(
            new JsonObject { ["tenant_usage"] = used.Count == 0 ? new JsonObject() : Sum(request, used) }
        );
    }

    private JsonObject Sum(OpenStackRequest request, List<ServerHours> used) =>
        new()
        {
            ["tenant_id"] = request["id"],
            ["server_usages"] = new JsonArray([.. used.Select(Usage)]),
            ["total_local_gb_usage"] = used.Sum(one => one.Hours * one.Server.Flavor.DiskGb),
            ["total_vcpus_usage"] = used.Sum(one => one.Hours * one.Server.Flavor.Vcpus),
            ["total_memory_mb_usage"] = used.Sum(one => one.Hours * one.Server.Flavor.MemoryMb),
            ["total_hours"] = used.Sum(one => one.Hours),
            ["start"] = request.Query("start") ?? WireTime.Micro(world.Now.AddDays(-28)),
            ["stop"] = request.Query("end") ?? WireTime.Micro(world.Now),
        };

    private static JsonObject Usage(ServerHours used) =>
        new()
        {
            ["hours"] = used.Hours,
            ["flavor"] = used.Server.Flavor.Name,
            ["instance_id"] = used.Server.Id,
            ["name"] = used.Server.Name,
            ["tenant_id"] = used.Server.ProjectId,
            ["memory_mb"] = used.Server.Flavor.MemoryMb,
            ["local_gb"] = used.Server.Flavor.DiskGb,
            ["vcpus"] = used.Server.Flavor.Vcpus,
            ["started_at"] = WireTime.Micro(used.Server.LaunchedAt!.Value),
            ["ended_at"] = null,
            ["state"] = used.Server.VmState,
            ["uptime"] = (int)(used.Hours * 3600),
        };

    private sealed record ServerHours(NovaServer Server, double Hours);
}
