using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePolicy;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>nova-compute and Nova's own services; an admin's only.</summary>
internal sealed class ComputeServices(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [Route.Get("/v2.1/os-services", List), Route.Put("/v2.1/os-services/{id}", Update)];

    /// <summary>The number before 2.53, after those of the scheduler and the conductor.</summary>
    public static int Number(ComputeNode hypervisor) => hypervisor.Number + 2;

    private Nova Nova => world.Compute;

    private WireAnswer Update(OpenStackRequest request)
    {
        DemandAdmin(request, "os-services:update");
        var hypervisor =
            Nova.Hypervisors.FirstOrDefault(one => one.ServiceId == request["id"])
            ?? throw new ApiRefusal(404, $"Service {request["id"]} could not be found.");
        if (request.Json()["status"]?.ToString() == "disabled")
            Nova.Hypervisors.Disable(hypervisor, request.Json()["disabled_reason"]?.ToString());
        else if (request.Json()["status"]?.ToString() == "enabled")
            Nova.Hypervisors.Enable(hypervisor);
        return WireAnswer.Ok(new JsonObject { ["service"] = Service(request, hypervisor) });
    }

    private WireAnswer List(OpenStackRequest request)
    {
        DemandAdmin(request, "os-services:list");
        IEnumerable<JsonObject> all =
        [
            ControlService(request, "nova-scheduler", 1),
            ControlService(request, "nova-conductor", 2),
            .. Nova.Hypervisors.Select(hypervisor => Service(request, hypervisor)),
        ];
        foreach (var key in new[] { "binary", "host" })
        {
            if (request.Query(key) is { } wanted)
                all = all.Where(service => service[key]!.ToString() == wanted);
        }

        return WireAnswer.Ok(new JsonObject { ["services"] = new JsonArray([.. all]) });
    }

    private JsonObject ControlService(OpenStackRequest request, string binary, int number)
    {
        var json = new JsonObject
        {
            ["binary"] = binary,
            ["host"] = "juju-nova-cloud-controller-0",
            ["id"] = request.AtLeast("2.53") ? new Guid(number, 0, 0, new byte[8]).ToString() : number,
            ["zone"] = "internal",
            ["status"] = "enabled",
            ["state"] = "up",
            ["updated_at"] = WireTime.Micro(world.Now),
            ["disabled_reason"] = null,
        };
        if (request.AtLeast("2.11"))
            json["forced_down"] = false;
        return json;
    }

    private JsonObject Service(OpenStackRequest request, ComputeNode hypervisor)
    {
        var json = new JsonObject
        {
            ["binary"] = "nova-compute",
            ["host"] = hypervisor.Name,
            ["id"] = request.AtLeast("2.53") ? hypervisor.ServiceId : Number(hypervisor),
            ["zone"] = "nova",
            ["status"] = hypervisor.Disabled ? "disabled" : "enabled",
            ["state"] = ComputeHeartbeat.IsUp(world, hypervisor) ? "up" : "down",
            ["updated_at"] = WireTime.Micro(hypervisor.Up ? world.Now : hypervisor.LastSeen),
            ["disabled_reason"] = hypervisor.DisabledReason,
        };
        if (request.AtLeast("2.11"))
            json["forced_down"] = false;
        return json;
    }
}
