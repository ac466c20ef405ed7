using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Hypervisors and the compute services; an admin's only.</summary>
internal sealed partial class NovaWire
{
    private void MapHypervisors()
    {
        Map("GET", "/v2.1/os-hypervisors", request => HypervisorList(request, "list", Brief));
        Map("GET", "/v2.1/os-hypervisors/detail", request => HypervisorList(request, "list-detail", Whole));
        Map("GET", "/v2.1/os-hypervisors/statistics", Statistics);
        Map(
            "GET",
            "/v2.1/os-hypervisors/{id}",
            request =>
            {
                DemandAdmin(request, "os-hypervisors:show");
                return WireAnswer.Ok(new JsonObject { ["hypervisor"] = Whole(request, KnownHypervisor(request)) });
            }
        );
        Map(
            "GET",
            "/v2.1/os-hypervisors/{id}/uptime",
            request =>
            {
                DemandAdmin(request, "os-hypervisors:uptime");
                var hypervisor = KnownHypervisor(request);
                var json = Brief(request, hypervisor);
                json["uptime"] = Uptime(hypervisor);
                return WireAnswer.Ok(new JsonObject { ["hypervisor"] = json });
            }
        );
    }

    private WireAnswer HypervisorList(
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

    private ComputeNode KnownHypervisor(OpenStackRequest request) =>
        Nova.Hypervisors.FirstOrDefault(one => HypervisorId(request, one)!.ToString() == request["id"])
        ?? throw new ApiRefusal(404, $"Hypervisor with ID '{request["id"]}' could not be found.");

    private static JsonNode HypervisorId(OpenStackRequest request, ComputeNode hypervisor) =>
        request.AtLeast("2.53") ? JsonValue.Create(hypervisor.Id) : JsonValue.Create(hypervisor.Number);

    private JsonObject Brief(OpenStackRequest request, ComputeNode hypervisor) =>
        new()
        {
            ["id"] = HypervisorId(request, hypervisor),
            ["hypervisor_hostname"] = hypervisor.Name,
            ["state"] = IsUp(World, hypervisor) ? "up" : "down",
            ["status"] = hypervisor.Disabled ? "disabled" : "enabled",
        };

    private JsonObject Whole(OpenStackRequest request, ComputeNode hypervisor)
    {
        var json = Brief(request, hypervisor);
        json["hypervisor_type"] = "QEMU";
        json["hypervisor_version"] = 8002002;
        json["host_ip"] = World.Plan.Address($"12.{40 + hypervisor.Number - 1}");
        json["service"] = new JsonObject
        {
            ["id"] = request.AtLeast("2.53") ? hypervisor.ServiceId : ServiceNumber(hypervisor),
            ["host"] = hypervisor.Name,
            ["disabled_reason"] = hypervisor.DisabledReason,
        };
        if (request.AtLeast("2.88"))
        {
            json["uptime"] = Uptime(hypervisor);
            if (request.Query("with_servers")?.ToLowerInvariant() == "true")
                json["servers"] = Servers(hypervisor);
            return json;
        }

        foreach (var (key, value) in Amounts(hypervisor))
            json[key] = value;
        json["cpu_info"] = request.AtLeast("2.28") ? CpuInfo() : WireJson.Write(CpuInfo(), compact: false);
        return json;
    }

    private JsonArray Servers(ComputeNode hypervisor) =>
        new([
            .. Nova
                .Servers.Where(server => server.Host == hypervisor.Name)
                .Select(server => new JsonObject { ["uuid"] = server.Id, ["name"] = server.InstanceName }),
        ]);

    /// <summary>The used memory counts what is reserved for the host, as the resource tracker does.</summary>
    private IEnumerable<(string Key, int Value)> Amounts(ComputeNode hypervisor)
    {
        var placement = World.Placement;
        var memory = hypervisor.Host.ReservedMb() + placement.Used(hypervisor, Placement.Memory);
        var disk = placement.Used(hypervisor, Placement.Disk);
        yield return ("vcpus", hypervisor.Host.Vcpus);
        yield return ("memory_mb", hypervisor.Host.MemoryMb);
        yield return ("local_gb", hypervisor.Host.DiskGb);
        yield return ("vcpus_used", placement.Used(hypervisor, Placement.Cpu));
        yield return ("memory_mb_used", memory);
        yield return ("local_gb_used", disk);
        yield return ("free_ram_mb", hypervisor.Host.MemoryMb - memory);
        yield return ("free_disk_gb", hypervisor.Host.DiskGb - disk);
        yield return (
            "current_workload",
            Nova.Servers.Count(server => server.Host == hypervisor.Name && server.TaskState is not null)
        );
        yield return ("running_vms", Nova.Servers.Count(server => server.Host == hypervisor.Name));
        yield return ("disk_available_least", hypervisor.Host.DiskGb - disk);
    }

    private WireAnswer Statistics(OpenStackRequest request)
    {
        DemandAdmin(request, "os-hypervisors:statistics");
        if (request.AtLeast("2.88"))
            return WireAnswer.Html(404, "Not Found", "The resource could not be found.");
        var sums = new JsonObject { ["count"] = Nova.Hypervisors.Count };
        foreach (var group in Nova.Hypervisors.SelectMany(Amounts).GroupBy(amount => amount.Key))
            sums[group.Key] = group.Sum(amount => amount.Value);
        return WireAnswer.Ok(new JsonObject { ["hypervisor_statistics"] = sums });
    }

    private string? Uptime(ComputeNode hypervisor) =>
        IsUp(World, hypervisor) && World.Host(hypervisor.Name) is { } host
            ? $" {World.Now.UtcDateTime:HH:mm:ss} up {(int)(World.Now - host.BootedAt).TotalDays} days, 1 user,  load average: 0.42, 0.37, 0.33"
            : null;

    private static JsonObject CpuInfo() =>
        new()
        {
            ["arch"] = "x86_64",
            ["model"] = "EPYC-Rome",
            ["vendor"] = "AMD",
            ["topology"] = new JsonObject
            {
                ["cells"] = 1,
                ["sockets"] = 1,
                ["cores"] = 8,
                ["threads"] = 2,
            },
            ["features"] = new JsonArray("svm", "avx2", "aes"),
        };

    private static int ServiceNumber(ComputeNode hypervisor) => hypervisor.Number + 2;

    private void MapServices()
    {
        Map("GET", "/v2.1/os-services", ServiceList);
        Map(
            "PUT",
            "/v2.1/os-services/{id}",
            request =>
            {
                DemandAdmin(request, "os-services:update");
                var hypervisor =
                    Nova.Hypervisors.FirstOrDefault(one => one.ServiceId == request["id"])
                    ?? throw new ApiRefusal(404, $"Service {request["id"]} could not be found.");
                if (request.Json()["status"]?.ToString() == "disabled")
                    Nova.DisableService(hypervisor, request.Json()["disabled_reason"]?.ToString());
                else if (request.Json()["status"]?.ToString() == "enabled")
                    Nova.EnableService(hypervisor);
                return WireAnswer.Ok(new JsonObject { ["service"] = Service(request, hypervisor) });
            }
        );
        Map(
            "GET",
            "/v2.1/os-aggregates",
            request =>
            {
                DemandAdmin(request, "os-aggregates:index");
                return WireAnswer.Ok(new JsonObject { ["aggregates"] = new JsonArray() });
            }
        );
        Map(
            "GET",
            "/v2.1/os-migrations",
            request =>
            {
                DemandAdmin(request, "os-migrations:index");
                return WireAnswer.Ok(new JsonObject { ["migrations"] = new JsonArray() });
            }
        );
    }

    private WireAnswer ServiceList(OpenStackRequest request)
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
            ["updated_at"] = WireTime.Micro(World.Now),
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
            ["id"] = request.AtLeast("2.53") ? hypervisor.ServiceId : ServiceNumber(hypervisor),
            ["zone"] = "nova",
            ["status"] = hypervisor.Disabled ? "disabled" : "enabled",
            ["state"] = IsUp(World, hypervisor) ? "up" : "down",
            ["updated_at"] = WireTime.Micro(hypervisor.Up ? World.Now : hypervisor.LastSeen),
            ["disabled_reason"] = hypervisor.DisabledReason,
        };
        if (request.AtLeast("2.11"))
            json["forced_down"] = false;
        return json;
    }
}
