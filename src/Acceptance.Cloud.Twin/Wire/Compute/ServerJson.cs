using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Servers on Nova's wire: keys and their order by microversion, as captured.</summary>
internal sealed class ServerJson(TwinWorld world)
{
    public static JsonObject Brief(OpenStackRequest request, NovaServer server) =>
        new()
        {
            ["id"] = server.Id,
            ["name"] = server.Name,
            ["links"] = Links(request, "servers", server.Id),
        };

    /// <summary>The whole server. The fault is told in a show only, its details to an admin only (captures).</summary>
    public JsonObject Server(OpenStackRequest request, NovaServer server, bool show)
    {
        var json = Always(request, server);
        if (server.Status is ServerStatus.Build or ServerStatus.Active)
            json["progress"] = 0;
        if (show && server.Fault is { } fault)
            json["fault"] = Fault(request, fault);
        Extended(json, server);
        // A show has the groups before the host's attributes, a list at its end.
        var groups = Groups(server);
        if (show && groups.Count > 0)
            json["security_groups"] = groups;
        if (request.Caller.IsAdmin)
            AdminAttributes(request, json, server);
        States(json, server);
        Newer(request, json, server);
        if (!show && groups.Count > 0)
            json["security_groups"] = groups;
        return json;
    }

    private JsonObject Always(OpenStackRequest request, NovaServer server) =>
        new()
        {
            ["id"] = server.Id,
            ["name"] = server.Name,
            ["status"] = server.StatusWord,
            ["tenant_id"] = server.ProjectId,
            ["user_id"] = server.UserId,
            ["metadata"] = Map(server.Metadata),
            ["hostId"] = HostId(server),
            ["image"] = Image(request, server),
            ["flavor"] = Flavor(request, server.Flavor),
            ["created"] = WireTime.Zulu(server.CreatedAt),
            ["updated"] = WireTime.Zulu(server.UpdatedAt),
            ["addresses"] = Addresses(server),
            ["accessIPv4"] = "",
            ["accessIPv6"] = "",
            ["links"] = Links(request, "servers", server.Id),
            ["OS-DCF:diskConfig"] = "MANUAL",
        };

    private static void Extended(JsonObject json, NovaServer server)
    {
        json["OS-EXT-AZ:availability_zone"] = server.Host is null ? "" : "nova";
        json["config_drive"] = server.Name.StartsWith("amphora-", StringComparison.Ordinal) ? "True" : "";
        json["key_name"] = server.KeyName;
        json["OS-SRV-USG:launched_at"] = server.LaunchedAt is { } launched ? WireTime.Micro(launched) : null;
        json["OS-SRV-USG:terminated_at"] = null;
    }

    private static void States(JsonObject json, NovaServer server)
    {
        json["OS-EXT-STS:task_state"] = server.TaskState;
        json["OS-EXT-STS:vm_state"] = server.VmState;
        json["OS-EXT-STS:power_state"] = server.PowerState;
        json["os-extended-volumes:volumes_attached"] = new JsonArray();
    }

    public static JsonObject Map(IEnumerable<KeyValuePair<string, string>> all) =>
        new(all.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)JsonValue.Create(one.Value))));

    public static JsonArray Links(OpenStackRequest request, string collection, string id) =>
        new(
            new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v2.1/{collection}/{id}" },
            new JsonObject { ["rel"] = "bookmark", ["href"] = $"{request.Base}/{collection}/{id}" }
        );

    private void AdminAttributes(OpenStackRequest request, JsonObject json, NovaServer server)
    {
        json["OS-EXT-SRV-ATTR:host"] = server.Host;
        json["OS-EXT-SRV-ATTR:instance_name"] = server.InstanceName;
        json["OS-EXT-SRV-ATTR:hypervisor_hostname"] = server.Host;
        if (!request.AtLeast("2.3"))
            return;
        json["OS-EXT-SRV-ATTR:reservation_id"] = $"r-{server.Id[..8]}";
        json["OS-EXT-SRV-ATTR:launch_index"] = 0;
        json["OS-EXT-SRV-ATTR:hostname"] = HostName(server);
        json["OS-EXT-SRV-ATTR:kernel_id"] = "";
        json["OS-EXT-SRV-ATTR:ramdisk_id"] = "";
        json["OS-EXT-SRV-ATTR:root_device_name"] = "/dev/vda";
        json["OS-EXT-SRV-ATTR:user_data"] = server.UserData;
    }

    private void Newer(OpenStackRequest request, JsonObject json, NovaServer server)
    {
        if (request.AtLeast("2.9"))
            json["locked"] = false;
        if (request.AtLeast("2.73"))
            json["locked_reason"] = null;
        if (request.AtLeast("2.19"))
            json["description"] = server.Name;
        if (request.AtLeast("2.26"))
            json["tags"] = new JsonArray([.. server.Tags.Select(tag => JsonValue.Create(tag))]);
        if (request.AtLeast("2.63"))
            json["trusted_image_certificates"] = null;
        if (request.AtLeast("2.16") && request.Caller.IsAdmin)
            json["host_status"] = HostStatus(server);
        if (request.AtLeast("2.90") && !request.Caller.IsAdmin)
            json["OS-EXT-SRV-ATTR:hostname"] = HostName(server);
        if (request.AtLeast("2.96"))
            json["pinned_availability_zone"] = null;
    }

    private string HostStatus(NovaServer server)
    {
        if (server.Host is not { } host || world.Compute.Hypervisors.Find(host) is not { } hypervisor)
            return "";
        return hypervisor.Disabled ? "MAINTENANCE"
            : ComputeHeartbeat.IsUp(world, hypervisor) ? "UP"
            : "DOWN";
    }

    private static string HostName(NovaServer server) =>
        server.Name.ToLowerInvariant().Replace('.', '-').Replace('_', '-');

    private static JsonNode Image(OpenStackRequest request, NovaServer server) =>
        server.ImageId is not { } id
            ? JsonValue.Create("")
            : new JsonObject
            {
                ["id"] = id,
                ["links"] = new JsonArray(
                    new JsonObject { ["rel"] = "bookmark", ["href"] = $"{request.Base}/images/{id}" }
                ),
            };

    private static JsonObject Flavor(OpenStackRequest request, NovaFlavor flavor) =>
        request.AtLeast("2.47")
            ? new JsonObject
            {
                ["vcpus"] = flavor.Vcpus,
                ["ram"] = flavor.MemoryMb,
                ["disk"] = flavor.DiskGb,
                ["ephemeral"] = 0,
                ["swap"] = 0,
                ["original_name"] = flavor.Name,
                ["extra_specs"] = Map(flavor.ExtraSpecs),
            }
            : new JsonObject
            {
                ["id"] = flavor.Id,
                ["links"] = new JsonArray(
                    new JsonObject { ["rel"] = "bookmark", ["href"] = $"{request.Base}/flavors/{flavor.Id}" }
                ),
            };

    private static JsonObject Fault(OpenStackRequest request, ServerFault fault)
    {
        var json = new JsonObject
        {
            ["code"] = fault.Code,
            ["created"] = WireTime.Zulu(fault.Created),
            ["message"] = fault.Message,
        };
        if (request.Caller.IsAdmin)
            json["details"] = fault.Details;
        return json;
    }

    /// <summary>By network, the floating address behind the fixed one it stands for.</summary>
    private JsonObject Addresses(NovaServer server)
    {
        var json = new JsonObject();
        foreach (var port in world.Compute.Servers.PortsOf(server))
        {
            var name = world.Network.Networks.Find(port.NetworkId)?.Name ?? port.NetworkId;
            var list = json[name] as JsonArray ?? [];
            json[name] ??= list;
            foreach (var ip in port.FixedIps)
                list.Add(Address(ip.Address, "fixed", port.MacAddress));
            if (world.Network.FloatingIps.OfPort(port.Id) is { } floating)
                list.Add(Address(floating.Address, "floating", port.MacAddress));
        }

        return json;
    }

    private static JsonObject Address(string address, string type, string mac) =>
        new()
        {
            ["version"] = address.Contains(':', StringComparison.Ordinal) ? 6 : 4,
            ["addr"] = address,
            ["OS-EXT-IPS:type"] = type,
            ["OS-EXT-IPS-MAC:mac_addr"] = mac,
        };

    private JsonArray Groups(NovaServer server) =>
        new([
            .. world
                .Compute.Servers.PortsOf(server)
                .SelectMany(port => port.SecurityGroups)
                .Distinct()
                .Select(id => world.Network.SecurityGroups.Find(id)?.Name ?? id)
                .Select(name => new JsonObject { ["name"] = name }),
        ]);

    private static string HostId(NovaServer server) =>
        server.Host is null
            ? ""
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(server.ProjectId + server.Host)))[..56];
}
