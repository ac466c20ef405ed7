using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Limits, quotas and zones.</summary>
internal sealed partial class NovaWire
{
    private void MapLimits()
    {
        Map("GET", "/v2.1/limits", Limits);
        Map(
            "GET",
            "/v2.1/os-quota-sets/{id}",
            request =>
                WireAnswer.Ok(new JsonObject { ["quota_set"] = Quota(request["id"], Nova.QuotaOf(request["id"])) })
        );
        Map(
            "GET",
            "/v2.1/os-quota-sets/{id}/defaults",
            request => WireAnswer.Ok(new JsonObject { ["quota_set"] = Quota(request["id"], Nova.StandardQuota) })
        );
        Map("PUT", "/v2.1/os-quota-sets/{id}", SetQuota);
        Map("GET", "/v2.1/os-simple-tenant-usage/{id}", Usage);
        Map("GET", "/v2.1/os-availability-zone", request => WireAnswer.Ok(Zones(hosts: false)));
        Map(
            "GET",
            "/v2.1/os-availability-zone/detail",
            request =>
            {
                DemandAdmin(request, "os-availability-zone:detail");
                return WireAnswer.Ok(Zones(hosts: true));
            }
        );
    }

    private WireAnswer Limits(OpenStackRequest request)
    {
        var project =
            request.Caller.IsAdmin && request.Query("tenant_id") is { } other ? other : request.Caller.ProjectId;
        var own = Nova.Servers.Where(server => server.ProjectId == project).ToList();
        var absolute = new JsonObject
        {
            ["maxTotalInstances"] = Nova.QuotaOf(project).Instances,
            ["maxTotalCores"] = Nova.QuotaOf(project).Cores,
            ["maxTotalRAMSize"] = Nova.QuotaOf(project).MemoryMb,
            ["maxServerMeta"] = 128,
            ["maxImageMeta"] = 128,
            ["maxPersonality"] = 5,
            ["maxPersonalitySize"] = 10240,
            ["maxTotalKeypairs"] = 100,
            ["maxServerGroups"] = 10,
            ["maxServerGroupMembers"] = 10,
            ["maxTotalFloatingIps"] = -1,
            ["maxSecurityGroups"] = -1,
            ["maxSecurityGroupRules"] = -1,
            ["totalRAMUsed"] = own.Sum(server => server.Flavor.MemoryMb),
            ["totalCoresUsed"] = own.Sum(server => server.Flavor.Vcpus),
            ["totalInstancesUsed"] = own.Count,
            ["totalFloatingIpsUsed"] = 0,
            ["totalSecurityGroupsUsed"] = 0,
            ["totalServerGroupsUsed"] = 0,
        };
        if (request.AtLeast("2.36"))
        {
            foreach (
                var dropped in new[]
                {
                    "maxTotalFloatingIps",
                    "maxSecurityGroups",
                    "maxSecurityGroupRules",
                    "totalFloatingIpsUsed",
                    "totalSecurityGroupsUsed",
                }
            )
                absolute.Remove(dropped);
        }

        return WireAnswer.Ok(
            new JsonObject
            {
                ["limits"] = new JsonObject { ["rate"] = new JsonArray(), ["absolute"] = absolute },
            }
        );
    }

    private WireAnswer SetQuota(OpenStackRequest request)
    {
        DemandAdmin(request, "os-quota-sets:update");
        var wanted = request.Json("quota_set");
        var old = Nova.QuotaOf(request["id"]);
        int Limit(string name, int otherwise) =>
            wanted[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;
        Nova.SetQuota(
            request["id"],
            new ComputeQuota(Limit("instances", old.Instances), Limit("cores", old.Cores), Limit("ram", old.MemoryMb))
        );
        var body = Quota(request["id"], Nova.QuotaOf(request["id"]));
        body.Remove("id");
        return WireAnswer.Ok(new JsonObject { ["quota_set"] = body });
    }

    /// <summary>What a project's servers took in a span of time; those that are gone are not kept here.</summary>
    private WireAnswer Usage(OpenStackRequest request)
    {
        if (request["id"] != request.Caller.ProjectId)
            DemandAdmin(request, "os-simple-tenant-usage:show");
        var own = Nova
            .Servers.Where(server => server.ProjectId == request["id"] && server.LaunchedAt is not null)
            .ToList();
        var usages = own.Select(server => (Server: server, Hours: (World.Now - server.LaunchedAt!.Value).TotalHours))
            .ToList();
        var usage = new JsonObject { ["tenant_id"] = request["id"] };
        usage["server_usages"] = new JsonArray([
            .. usages.Select(one => new JsonObject
            {
                ["hours"] = one.Hours,
                ["flavor"] = one.Server.Flavor.Name,
                ["instance_id"] = one.Server.Id,
                ["name"] = one.Server.Name,
                ["tenant_id"] = one.Server.ProjectId,
                ["memory_mb"] = one.Server.Flavor.MemoryMb,
                ["local_gb"] = one.Server.Flavor.DiskGb,
                ["vcpus"] = one.Server.Flavor.Vcpus,
                ["started_at"] = WireTime.Micro(one.Server.LaunchedAt!.Value),
                ["ended_at"] = null,
                ["state"] = one.Server.VmState,
                ["uptime"] = (int)(one.Hours * 3600),
            }),
        ]);
        if (usages.Count == 0)
            return WireAnswer.Ok(new JsonObject { ["tenant_usage"] = new JsonObject() });
        usage["total_local_gb_usage"] = usages.Sum(one => one.Hours * one.Server.Flavor.DiskGb);
        usage["total_vcpus_usage"] = usages.Sum(one => one.Hours * one.Server.Flavor.Vcpus);
        usage["total_memory_mb_usage"] = usages.Sum(one => one.Hours * one.Server.Flavor.MemoryMb);
        usage["total_hours"] = usages.Sum(one => one.Hours);
        usage["start"] = request.Query("start") ?? WireTime.Micro(World.Now.AddDays(-28));
        usage["stop"] = request.Query("end") ?? WireTime.Micro(World.Now);
        return WireAnswer.Ok(new JsonObject { ["tenant_usage"] = usage });
    }

    private static JsonObject Quota(string project, ComputeQuota quota) =>
        new()
        {
            ["id"] = project,
            ["cores"] = quota.Cores,
            ["fixed_ips"] = -1,
            ["floating_ips"] = -1,
            ["injected_file_content_bytes"] = 10240,
            ["injected_file_path_bytes"] = 255,
            ["injected_files"] = 5,
            ["instances"] = quota.Instances,
            ["key_pairs"] = 100,
            ["metadata_items"] = 128,
            ["ram"] = quota.MemoryMb,
            ["security_group_rules"] = -1,
            ["security_groups"] = -1,
            ["server_group_members"] = 10,
            ["server_groups"] = 10,
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
                    ["available"] = IsUp(World, hypervisor),
                    ["active"] = !hypervisor.Disabled,
                    ["updated_at"] = WireTime.Micro(hypervisor.Up ? World.Now : hypervisor.LastSeen),
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
                ["updated_at"] = WireTime.Micro(World.Now),
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
