using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePolicy;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Nova's zones; what runs in them is an admin's to see.</summary>
internal sealed class AvailabilityZones(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.1/os-availability-zone", _ => WireAnswer.Ok(Zones(hosts: false))),
            Route.Get("/v2.1/os-availability-zone/detail", Detail),
        ];

    private WireAnswer Detail(OpenStackRequest request)
    {
        DemandAdmin(request, "os-availability-zone:detail");
        return WireAnswer.Ok(Zones(hosts: true));
    }

    private JsonObject Zones(bool hosts)
    {
        var nova = new JsonObject();
        foreach (var hypervisor in world.Compute.Hypervisors)
        {
            nova[hypervisor.Name] = new JsonObject
            {
                ["nova-compute"] = new JsonObject
                {
                    ["available"] = ComputeHeartbeat.IsUp(world, hypervisor),
                    ["active"] = !hypervisor.Disabled,
                    ["updated_at"] = WireTime.Micro(hypervisor.Up ? world.Now : hypervisor.LastSeen),
                },
            };
        }

        var zone = new JsonObject
        {
            ["zoneName"] = "nova",
            ["zoneState"] = new JsonObject { ["available"] = true },
            ["hosts"] = hosts ? nova : null,
        };
        return new JsonObject
        {
            ["availabilityZoneInfo"] = hosts ? new JsonArray(Internal(), zone) : new JsonArray(zone),
        };
    }

    /// <summary>Where Nova's own services run.</summary>
    private JsonObject Internal()
    {
        JsonObject Up() =>
            new()
            {
                ["available"] = true,
                ["active"] = true,
                ["updated_at"] = WireTime.Micro(world.Now),
            };
        return new JsonObject
        {
            ["zoneName"] = "internal",
            ["zoneState"] = new JsonObject { ["available"] = true },
            ["hosts"] = new JsonObject
            {
                ["nova-cloud-controller"] = new JsonObject { ["nova-scheduler"] = Up(), ["nova-conductor"] = Up() },
            },
        };
    }
}
