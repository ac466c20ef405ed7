using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Limits, quotas and zones.</summary>
public sealed partial class NovaWire
{
    private void MapLimits()
    {
        Map("GET", "/v2.1/limits", Limits);
        Map("GET", "/v2.1/os-quota-sets/{id}", request => WireAnswer.Ok(new JsonObject { ["quota_set"] = Quota(request["id"]) }));
        Map("GET", "/v2.1/os-quota-sets/{id}/defaults", request => WireAnswer.Ok(new JsonObject { ["quota_set"] = Quota(request["id"]) }));
        Map("GET", "/v2.1/os-availability-zone", request => WireAnswer.Ok(Zones(hosts: false)));
        Map("GET", "/v2.1/os-availability-zone/detail", request =>
        {
            DemandAdmin(request, "os-availability-zone:detail");
            return WireAnswer.Ok(Zones(hosts: true));
        });
    }

    private WireAnswer Limits(OpenStackRequest request)
    {
        var project = request.Caller.IsAdmin && request.Query("tenant_id") is { } other ? other : request.Caller.ProjectId;
        var own = Nova.Servers.Where(server => server.ProjectId == project).ToList();
        var absolute = new JsonObject
        {
            ["maxTotalInstances"] = MostInstances, ["maxTotalCores"] = -1, ["maxTotalRAMSize"] = -1, ["maxServerMeta"] = 128, ["maxImageMeta"] = 128,
            ["maxPersonality"] = 5, ["maxPersonalitySize"] = 10240, ["maxTotalKeypairs"] = 100, ["maxServerGroups"] = 10,
            ["maxServerGroupMembers"] = 10, ["maxTotalFloatingIps"] = -1, ["maxSecurityGroups"] = -1, ["maxSecurityGroupRules"] = -1,
            ["totalRAMUsed"] = own.Sum(server => server.Flavor.MemoryMb), ["totalCoresUsed"] = own.Sum(server => server.Flavor.Vcpus),
            ["totalInstancesUsed"] = own.Count, ["totalFloatingIpsUsed"] = 0, ["totalSecurityGroupsUsed"] = 0, ["totalServerGroupsUsed"] = 0,
        };
        if (request.AtLeast("2.36"))
        {
            foreach (var dropped in new[] { "maxTotalFloatingIps", "maxSecurityGroups", "maxSecurityGroupRules", "totalFloatingIpsUsed", "totalSecurityGroupsUsed" })
                absolute.Remove(dropped);
        }

        return WireAnswer.Ok(new JsonObject { ["limits"] = new JsonObject { ["rate"] = new JsonArray(), ["absolute"] = absolute } });
    }

    private static JsonObject Quota(string project) => new()
    {
        ["id"] = project, ["cores"] = -1, ["fixed_ips"] = -1, ["floating_ips"] = -1, ["injected_file_content_bytes"] = 10240,
        ["injected_file_path_bytes"] = 255, ["injected_files"] = 5, ["instances"] = MostInstances, ["key_pairs"] = 100, ["metadata_items"] = 128,
        ["ram"] = -1, ["security_group_rules"] = -1, ["security_groups"] = -1, ["server_group_members"] = 10, ["server_groups"] = 10,
    };

    private JsonObject Zones(bool hosts)
    {
        var nova = new JsonObject();
        foreach (var hypervisor in Nova.Hypervisors)
        {
            nova[hypervisor.Name] = new JsonObject
            {
                ["nova-compute"] = new JsonObject
                {
                    ["available"] = IsUp(World, hypervisor), ["active"] = !hypervisor.Disabled,
                    ["updated_at"] = WireTime.Micro(hypervisor.Up ? World.Now : hypervisor.LastSeen),
                },
            };
        }

        return new JsonObject
        {
            ["availabilityZoneInfo"] = new JsonArray(new JsonObject
            {
                ["zoneName"] = "nova", ["zoneState"] = new JsonObject { ["available"] = true }, ["hosts"] = hosts ? nova : null,
            }),
        };
    }
}
