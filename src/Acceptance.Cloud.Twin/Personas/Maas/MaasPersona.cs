using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Maas;

namespace Acceptance.Cloud.Twin.Personas.Maas;

/// <summary>maas admin ... read (FACTS 8.6): pure JSON to a pipe. `maas list` shows the API key, here a false one: the recorder remembers who asked (DOCFIX-016).</summary>
internal sealed class MaasPersona : Persona
{
    private static readonly Dictionary<string, int> Statuses = new()
    {
        ["New"] = 0, ["Commissioning"] = 1, ["Ready"] = 4, ["Deployed"] = 6, ["Broken"] = 8, ["Deploying"] = 9, ["Allocated"] = 10, ["Releasing"] = 12,
    };

    public override IReadOnlyList<string> Names { get; } = ["maas"];

    public override HostKind On => HostKind.Jumphost;

    public override Task<int> Run(PersonaCall call)
    {
        string[] words = [.. call.Argv];
        lock (call.World.Gate)
        {
            var maas = call.World.Maas;
            if (words is ["list"]) return Say(call, $"{maas.Profile} http://{call.World.Plan.Address("8.10")}:5240/MAAS/api/2.0/ not-a-key:of-any:cloud-this-is-a-twin\n");
            if (words.Length < 3 || words[0] != maas.Profile) return Task.FromResult(call.Fail(2, $"maas: error: argument COMMAND: invalid choice: '{words.FirstOrDefault()}'"));
            return (words[1], words[2]) switch
            {
                ("machines", "read") => Say(call, Json(new JsonArray([.. maas.Nodes.Where(node => words.Skip(3).All(filter => Matches(node, filter))).Select(node => (JsonNode)Machine(node))]))),
                ("machine", "read") => maas.Nodes.FirstOrDefault(node => node.SystemId == words.ElementAtOrDefault(3)) is { } one ? Say(call, Json(Machine(one))) : Missing(call),
                ("spaces", "read") => Say(call, Json(new JsonArray([.. maas.Spaces.Select(space => (JsonNode)Space(space))]))),
                ("subnets", "read") => Say(call, Json(new JsonArray([.. maas.Spaces.Select(space => (JsonNode)Subnet(space))]))),
                ("machine", "power-parameters") => Say(call, "{\"power_address\": \"qemu+ssh://operator@127.0.0.1/system\", \"power_id\": \"x\", \"power_pass\": \"not-a-password-this-is-a-twin\"}\n"),
                _ => throw new NotEmulatedException($"maas {string.Join(' ', words[..3])}"),
            };
        }
    }

    private static bool Matches(MaasNode node, string filter) => filter.Split('=', 2) is not ["hostname", var name] || node.Hostname == name;

    private static JsonObject Machine(MaasNode node) => new()
    {
        ["system_id"] = node.SystemId, ["hostname"] = node.Hostname, ["description"] = "", ["fqdn"] = node.Hostname + ".maas", ["owner"] = node.Owner, ["locked"] = false,
        ["architecture"] = "amd64/generic", ["cpu_count"] = node.Cpus, ["memory"] = node.MemoryMb, ["osystem"] = "ubuntu", ["distro_series"] = "jammy",
        ["power_type"] = "virsh", ["power_state"] = node.PowerState, ["tag_names"] = new JsonArray("virtual"),
        ["ip_addresses"] = new JsonArray([.. node.Addresses.Select(address => (JsonNode)address)]), ["interface_set"] = new JsonArray(),
        ["zone"] = new JsonObject { ["id"] = 1, ["name"] = "default" }, ["pool"] = new JsonObject { ["id"] = 0, ["name"] = "default" },
        ["status"] = Statuses[node.Status], ["status_name"] = node.Status, ["status_message"] = node.Status, ["status_action"] = "", ["node_type"] = 0, ["node_type_name"] = "Machine",
        ["commissioning_status_name"] = "Passed", ["testing_status_name"] = "Passed", ["resource_uri"] = $"/MAAS/api/2.0/machines/{node.SystemId}/",
    };

    private static JsonObject Subnet(MaasSpace space) => new()
    {
        ["id"] = space.Subnet, ["name"] = space.Cidr, ["description"] = "", ["vlan"] = new JsonObject { ["id"] = space.Vlan, ["vid"] = 0, ["name"] = "untagged", ["space"] = space.Name },
        ["cidr"] = space.Cidr, ["space"] = space.Name, ["gateway_ip"] = space.Gateway, ["dns_servers"] = new JsonArray(), ["rdns_mode"] = 2, ["active_discovery"] = false,
        ["allow_dns"] = true, ["allow_proxy"] = true, ["managed"] = true, ["disabled_boot_architectures"] = new JsonArray(), ["resource_uri"] = $"/MAAS/api/2.0/subnets/{space.Subnet}/",
    };

    private static JsonObject Space(MaasSpace space) => new()
    {
        ["resource_uri"] = $"/MAAS/api/2.0/spaces/{space.Id}/", ["id"] = space.Id, ["name"] = space.Name,
        ["vlans"] = new JsonArray(new JsonObject { ["id"] = space.Vlan, ["vid"] = 0, ["name"] = "untagged", ["space"] = space.Name }), ["subnets"] = new JsonArray(Subnet(space)), ["description"] = "",
    };

    private static string Json(JsonNode node) => node.ToJsonString(Indented) + "\n";

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, IndentSize = 4 };

    private static Task<int> Missing(PersonaCall call)
    {
        call.Out("Not Found\n");
        return Task.FromResult(2);
    }

    private static Task<int> Say(PersonaCall call, string text)
    {
        if (call.StdoutIsTty) call.Out("Success.\nMachine-readable output follows:\n");
        call.Out(text);
        return Task.FromResult(0);
    }
}
