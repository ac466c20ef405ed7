using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>
/// Hypervisors on the wire: ids are uuids from 2.53 on, what is used is left to Placement from 2.88 on.
/// </summary>
internal sealed class HypervisorJson(TwinWorld world)
{
    public static JsonNode Id(OpenStackRequest request, ComputeNode hypervisor) =>
        request.AtLeast("2.53") ? JsonValue.Create(hypervisor.Id) : JsonValue.Create(hypervisor.Number);

    public JsonObject Brief(OpenStackRequest request, ComputeNode hypervisor) =>
        new()
        {
            ["id"] = Id(request, hypervisor),
            ["hypervisor_hostname"] = hypervisor.Name,
            ["state"] = ComputeHeartbeat.IsUp(world, hypervisor) ? "up" : "down",
            ["status"] = hypervisor.Disabled ? "disabled" : "enabled",
        };

    public JsonObject Whole(OpenStackRequest request, ComputeNode hypervisor)
    {
        var json = Brief(request, hypervisor);
        json["hypervisor_type"] = "QEMU";
        json["hypervisor_version"] = 8002002;
        json["host_ip"] = world.Plan.Address($"12.{40 + hypervisor.Number - 1}");
        json["service"] = new JsonObject
        {
            ["id"] = request.AtLeast("2.53") ? hypervisor.ServiceId : ComputeServices.Number(hypervisor),
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

    /// <summary>The used memory counts what is reserved for the host, as the resource tracker does.</summary>
    public IEnumerable<(string Key, int Value)> Amounts(ComputeNode hypervisor)
    {
        var placement = world.Placement;
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
            world.Compute.Servers.Count(server => server.Host == hypervisor.Name && server.TaskState is not null)
        );
        yield return ("running_vms", world.Compute.Servers.Count(server => server.Host == hypervisor.Name));
        yield return ("disk_available_least", hypervisor.Host.DiskGb - disk);
    }

    public string? Uptime(ComputeNode hypervisor) =>
        ComputeHeartbeat.IsUp(world, hypervisor) && world.Host(hypervisor.Name) is { } host
            ? $" {world.Now.UtcDateTime:HH:mm:ss} up {(int)(world.Now - host.BootedAt).TotalDays} days, 1 user,  "
                + "load average: 0.42, 0.37, 0.33"
            : null;

    private JsonArray Servers(ComputeNode hypervisor) =>
        new([
            .. world
                .Compute.Servers.Where(server => server.Host == hypervisor.Name)
                .Select(server => new JsonObject { ["uuid"] = server.Id, ["name"] = server.InstanceName }),
        ]);

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
}
