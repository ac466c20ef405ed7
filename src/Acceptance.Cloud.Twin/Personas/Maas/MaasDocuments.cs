using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Maas;

namespace Acceptance.Cloud.Twin.Personas.Maas;

/// <summary>MAAS's objects as its API writes them (FACTS 8.6).</summary>
internal static class MaasDocuments
{
    private static readonly Dictionary<string, int> Statuses = new()
    {
        ["New"] = 0,
        ["Commissioning"] = 1,
        ["Ready"] = 4,
        ["Deployed"] = 6,
        ["Broken"] = 8,
        ["Deploying"] = 9,
        ["Allocated"] = 10,
        ["Releasing"] = 12,
    };

    public static JsonArray List<T>(IEnumerable<T> all, Func<T, JsonObject> one) =>
        new([.. all.Select(item => (JsonNode)one(item))]);

    public static JsonObject Machine(MaasNode node) =>
        new()
        {
            ["system_id"] = node.SystemId,
            ["hostname"] = node.Hostname,
            ["description"] = "",
            ["fqdn"] = node.Hostname + ".maas",
            ["owner"] = node.Owner,
            ["locked"] = false,
            ["architecture"] = "amd64/generic",
            ["cpu_count"] = node.Cpus,
            ["memory"] = node.MemoryMb,
            ["osystem"] = "ubuntu",
            ["distro_series"] = "jammy",
            ["power_type"] = "virsh",
            ["power_state"] = node.PowerState,
            ["tag_names"] = new JsonArray("virtual"),
            ["ip_addresses"] = new JsonArray([.. node.Addresses.Select(address => (JsonNode)address)]),
            ["interface_set"] = List(node.Interfaces, one => Interface(node, one)),
            ["zone"] = new JsonObject { ["id"] = 1, ["name"] = "default" },
            ["pool"] = new JsonObject { ["id"] = 0, ["name"] = "default" },
            ["status"] = Statuses[node.Status],
            ["status_name"] = node.Status,
            ["status_message"] = node.Status,
            ["status_action"] = "",
            ["node_type"] = 0,
            ["node_type_name"] = "Machine",
            ["commissioning_status_name"] = node.Status == "Commissioning" ? "Running" : "Passed",
            ["testing_status_name"] = "Passed",
            ["resource_uri"] = $"/MAAS/api/2.0/machines/{node.SystemId}/",
        };

    public static JsonObject Interface(MaasNode node, MaasInterface one) =>
        new()
        {
            ["id"] = one.Id,
            ["name"] = one.Name,
            ["type"] = one.Type,
            ["mac_address"] =
                one.Mac.Length > 0 ? one.Mac : one.Parents.Select(parent => parent.Mac).FirstOrDefault() ?? "",
            ["enabled"] = true,
            ["link_connected"] = true,
            ["vlan"] = one.Vlan is { } vlan ? new JsonObject { ["id"] = vlan, ["vid"] = 0 } : null,
            ["parents"] = new JsonArray([.. one.Parents.Select(parent => (JsonNode)parent.Name)]),
            ["children"] = new JsonArray([
                .. node.Interfaces.Where(other => other.Parents.Contains(one)).Select(child => (JsonNode)child.Name),
            ]),
            ["links"] = List(
                one.Links,
                link =>
                {
                    var json = new JsonObject { ["id"] = link.Id, ["mode"] = link.Mode };
                    if (link.Address is { } address)
                        json["ip_address"] = address;
                    json["subnet"] = Subnet(link.Subnet);
                    return json;
                }
            ),
            ["params"] = one.BridgeType is { } bridge
                ? new JsonObject
                {
                    ["bridge_type"] = bridge,
                    ["bridge_stp"] = false,
                    ["bridge_fd"] = 15,
                }
                : "",
            ["system_id"] = node.SystemId,
            ["resource_uri"] = $"/MAAS/api/2.0/nodes/{node.SystemId}/interfaces/{one.Id}/",
        };

    public static JsonObject Subnet(MaasSpace space) =>
        new()
        {
            ["id"] = space.Subnet,
            ["name"] = space.Cidr,
            ["description"] = "",
            ["vlan"] = new JsonObject
            {
                ["id"] = space.Vlan,
                ["vid"] = 0,
                ["name"] = "untagged",
                ["space"] = space.Name,
            },
            ["cidr"] = space.Cidr,
            ["space"] = space.Name,
            ["gateway_ip"] = space.Gateway,
            ["dns_servers"] = new JsonArray(),
            ["rdns_mode"] = 2,
            ["active_discovery"] = false,
            ["allow_dns"] = true,
            ["allow_proxy"] = true,
            ["managed"] = true,
            ["disabled_boot_architectures"] = new JsonArray(),
            ["resource_uri"] = $"/MAAS/api/2.0/subnets/{space.Subnet}/",
        };

    public static JsonObject Space(MaasSpace space) =>
        new()
        {
            ["resource_uri"] = $"/MAAS/api/2.0/spaces/{space.Id}/",
            ["id"] = space.Id,
            ["name"] = space.Name,
            ["vlans"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = space.Vlan,
                    ["vid"] = 0,
                    ["name"] = "untagged",
                    ["space"] = space.Name,
                }
            ),
            ["subnets"] = new JsonArray(Subnet(space)),
            ["description"] = "",
        };

    public static JsonObject Address(MaasAddress held)
    {
        var moment = held.Created.UtcDateTime.ToString("ddd, dd MMM. yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["ip"] = held.Ip,
            ["alloc_type"] = held.Allocation,
            ["created"] = moment,
            ["updated"] = moment,
            ["node_summary"] = new JsonObject
            {
                ["system_id"] = held.Node.SystemId,
                ["node_type"] = 0,
                ["fqdn"] = held.Node.Hostname + ".maas",
                ["hostname"] = held.Node.Hostname,
                ["is_container"] = false,
            },
        };
    }
}
