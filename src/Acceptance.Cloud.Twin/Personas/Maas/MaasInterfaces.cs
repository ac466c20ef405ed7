using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Maas;

namespace Acceptance.Cloud.Twin.Personas.Maas;

/// <summary>
/// maas interfaces create-..., interface link-subnet ...: what carves a host's interface tree; on a Ready machine only.
/// </summary>
internal static class MaasInterfaces
{
    public static JsonNode? Change(
        MaasRegion maas,
        MaasNode node,
        string noun,
        string verb,
        string[] named,
        Dictionary<string, string> given
    )
    {
        node.MustBeReady();
        if (noun == "interfaces")
            return MaasDocuments.Interface(node, Create(node, verb, given));
        var place = node.Interface(named.ElementAtOrDefault(1) ?? "") ?? throw new MaasRefusedException("Not Found");
        switch (verb)
        {
            case "read":
                return MaasDocuments.Interface(node, place);
            case "delete":
                node.Interfaces.Remove(place);
                return null;
            case "update":
                place.Name = given.GetValueOrDefault("name", place.Name);
                if (given.TryGetValue("vlan", out var vlan))
                    place.Vlan = int.TryParse(vlan, out var id) ? id : place.Vlan;
                return MaasDocuments.Interface(node, place);
            case "link-subnet":
                Link(maas, node, place, given);
                return MaasDocuments.Interface(node, place);
            case "unlink-subnet":
                place.Links.RemoveAll(link => $"{link.Id}" == given.GetValueOrDefault("id"));
                return MaasDocuments.Interface(node, place);
            default:
                throw new NotEmulatedException($"maas interface {verb}");
        }
    }

    private static void Link(MaasRegion maas, MaasNode node, MaasInterface place, Dictionary<string, string> given)
    {
        var wanted = given.GetValueOrDefault("subnet");
        var subnet =
            maas.Spaces.FirstOrDefault(space => $"{space.Subnet}" == wanted || space.Cidr == wanted)
            ?? throw new MaasRefusedException("{\"subnet\": [\"This field is required.\"]}");
        maas.Addresses.Link(
            node,
            place,
            subnet,
            given.GetValueOrDefault("mode", "AUTO"),
            given.GetValueOrDefault("ip_address")
        );
    }

    private static MaasInterface Create(MaasNode node, string verb, Dictionary<string, string> given)
    {
        if (verb is not ("create-bridge" or "create-vlan"))
            throw new NotEmulatedException($"maas interfaces {verb}");
        var parent =
            node.Interface(given.GetValueOrDefault("parent", ""))
            ?? throw new MaasRefusedException(
                "{\"parents\": [\"A "
                    + (verb == "create-vlan" ? "VLAN" : "bridge")
                    + " interface must have exactly one parent.\"]}"
            );
        var vlan = given.TryGetValue("vlan", out var wanted) && int.TryParse(wanted, out var id) ? id : parent.Vlan;
        var name = given.GetValueOrDefault("name", $"{parent.Name}.{given.GetValueOrDefault("tag", "103")}");
        if (node.Interface(name) is not null)
            throw new MaasRefusedException(
                $"{{\"name\": [\"Node {node.Hostname} already has an interface named '{name}'.\"]}}"
            );
        return node.Add(made =>
            verb == "create-vlan"
                ? new MaasInterface(made, name, "vlan") { Parents = [parent], Vlan = vlan }
                : new MaasInterface(made, name, "bridge")
                {
                    BridgeType = given.GetValueOrDefault("bridge_type", "standard"),
                    Parents = [parent],
                    Vlan = vlan,
                }
        );
    }
}
