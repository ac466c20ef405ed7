using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>Networks and what hangs on them.</summary>
internal sealed partial class Situation
{
    private string Owner(Seen seen)
    {
        var id = seen.Text("project_id") is { Length: > 0 } project ? project : seen.Text("tenant_id");
        if (id.Length == 0)
            return LastCaller?.ProjectId ?? World.Identity.Project(World.Plan.AdminProject).Id;
        // A project that nothing in the folder describes is one of its own.
        return Needed(id) ?? ProjectOf(new JsonObject { ["id"] = id }).Id;
    }

    private void MakeNetwork(Seen seen)
    {
        switch (seen.Kind)
        {
            case "network":
                MakePlainNetwork(seen);
                break;
            case "subnet" when seen.Text("network_id").Length > 0:
                MakeSubnet(seen, Network(seen, "network_id"));
                break;
            case "router":
                MakeRouter(seen);
                break;
            case "port" when seen.Text("network_id").Length > 0:
                MakePort(seen, Network(seen, "network_id"));
                break;
            case "floatingip":
                MakeFloatingIp(seen);
                break;
            case "security_group":
                MakeGroup(seen);
                break;
        }
    }

    /// <summary>The network that something lies in; one that no capture shows is made for it.</summary>
    private string Network(Seen seen, string field)
    {
        var id = seen.Text(field);
        if (Needed(id) is { } known)
            return known;
        var made = World.Network.Networks.Create(Owner(seen), "captured-" + id[..6]);
        Ids.Learn(id, made.Id);
        return made.Id;
    }

    private void MakePlainNetwork(Seen seen)
    {
        var external = (bool?)seen.Body["router:external"] ?? false;
        var wire = seen.Body["provider:physical_network"]?.ToString();
        // Somebody took the wire for a network that no capture shows (a create that was refused since there is one):
        // that is it.
        var holder = World.Network.Networks.FirstOrDefault(one =>
            external && one.External && one.PhysicalNetwork == (wire ?? "physnet1") && !Ids.IsTaken(one.Id)
        );
        if (holder is not null)
            holder.Name = seen.Name;
        var made =
            holder
            ?? World.Network.Networks.Create(
                Owner(seen),
                seen.Name,
                external,
                external ? wire ?? "physnet1" : null,
                (bool?)seen.Body["shared"] ?? false,
                seen.Text("description")
            );
        // Its subnets ask for it by its id.
        Ids.Learn(seen.Id, made.Id);
        foreach (
            var subnet in _atlas
                .Values.Where(one => one is { Service: "neutron", Kind: "subnet" } && one.Text("network_id") == seen.Id)
                .Select(one => one.Id)
                .ToArray()
        )
            Needed(subnet);
    }

    private void MakeSubnet(Seen seen, string network)
    {
        var pool = (seen.Body["allocation_pools"] as JsonArray)?.FirstOrDefault() as JsonObject;
        World.Network.Subnets.Create(
            new SubnetRequest(Owner(seen), network, seen.Name, Ids.Translate(seen.Text("cidr")))
            {
                GatewayIp = seen.Text("gateway_ip") is { Length: > 0 } gateway ? Ids.Translate(gateway) : null,
                NoGateway = seen.Text("gateway_ip").Length == 0,
                PoolStart = pool is null ? null : Ids.Translate((string)pool["start"]!),
                PoolEnd = pool is null ? null : Ids.Translate((string)pool["end"]!),
                DnsNameservers = [.. (seen.Body["dns_nameservers"] as JsonArray ?? []).Select(one => one!.ToString())],
                EnableDhcp = (bool?)seen.Body["enable_dhcp"] ?? true,
                Description = seen.Text("description"),
            }
        );
    }

    private void MakeRouter(Seen seen)
    {
        var gateway = (seen.Body["external_gateway_info"] as JsonObject)?["network_id"]?.ToString();
        var router = World.Network.Routers.Create(
            Owner(seen),
            seen.Name,
            gateway is null ? null : Needed(gateway) ?? AnyExternal().Id,
            seen.Text("description")
        );
        foreach (
            var face in _atlas
                .Values.Where(port =>
                    port is { Service: "neutron", Kind: "port" }
                    && port.Text("device_id") == seen.Id
                    && port.Text("device_owner") == "network:router_interface"
                )
                .ToArray()
        )
        {
            if (
                (face.Body["fixed_ips"] as JsonArray)?.FirstOrDefault()?["subnet_id"]?.ToString() is { } subnet
                && Needed(subnet) is { } known
            )
                Ids.Learn(face.Id, World.Network.Routers.AddInterface(router, known).Id);
        }
    }

    private void MakePort(Seen seen, string network)
    {
        // What belongs to a router, a server or a load balancer comes with it.
        if (seen.Text("device_id") is { Length: > 0 } device && Needed(device) is not null)
            return;
        var ip = (seen.Body["fixed_ips"] as JsonArray)?.FirstOrDefault() as JsonObject;
        World.Network.Ports.Create(
            new PortRequest(Owner(seen), network)
            {
                Name = seen.Name,
                SubnetId = ip is null ? null : Needed((string)ip["subnet_id"]!),
                Address = ip is null ? null : Free((string)ip["ip_address"]!),
                Description = seen.Text("description"),
                DeviceOwner = seen.Text("device_owner") is "compute:nova" ? "" : seen.Text("device_owner"),
                Unaddressed = ip is null,
            }
        );
    }

    private string? Free(string address)
    {
        var wanted = Ids.Translate(address);
        return World.Network.Ports.Any(port => port.FixedIps.Any(ip => ip.Address == wanted)) ? null : wanted;
    }

    private void MakeFloatingIp(Seen seen)
    {
        var network = Needed(seen.Text("floating_network_id"));
        var port = seen.Text("port_id") is { Length: > 0 } id ? Needed(id) : null;
        World.Network.FloatingIps.Allocate(
            Owner(seen),
            port,
            null,
            seen.Text("description"),
            Ids.Translate(seen.Text("floating_ip_address")),
            network
        );
    }

    private void MakeGroup(Seen seen)
    {
        if (seen.Name == "default")
        {
            World.Network.SecurityGroups.Default(Owner(seen));
            return;
        }

        var group = World.Network.SecurityGroups.Create(Owner(seen), seen.Name, seen.Text("description"));
        foreach (
            var rule in (seen.Body["security_group_rules"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(rule => (string?)rule["direction"] == "ingress")
        )
            World.Network.SecurityGroups.CreateRule(
                group,
                "ingress",
                (string?)rule["ethertype"] ?? "IPv4",
                (string?)rule["protocol"],
                (int?)rule["port_range_min"],
                (int?)rule["port_range_max"],
                (string?)rule["remote_ip_prefix"]
            );
    }

    private string? FindNetwork(Seen seen) =>
        seen.Kind switch
        {
            // An external network is everybody's, whoever made it.
            "network" => (
                Mine(World.Network.Networks, seen)
                ?? World.Network.Networks.FirstOrDefault(one =>
                    one.External && one.Name == seen.Name && !Ids.IsTaken(one.Id)
                )
            )?.Id,
            "subnet" => Mine(World.Network.Subnets, seen)?.Id,
            "router" => Mine(World.Network.Routers, seen)?.Id,
            "security_group" => Mine(World.Network.SecurityGroups, seen)?.Id,
            "port" => FindPort(seen)?.Id,
            "floatingip" => World.Network.FloatingIps.Find(Ids.Translate(seen.Text("floating_ip_address")))?.Id,
            _ => null,
        };

    private NeutronPort? FindPort(Seen seen)
    {
        if (seen.Text("device_id") is { Length: > 0 } device && Ids.Of(device) is { } owner)
            return World
                .Network.Ports.Of(owner)
                .FirstOrDefault(port => !Ids.IsTaken(port.Id) && port.DeviceOwner == seen.Text("device_owner"));
        var address = (seen.Body["fixed_ips"] as JsonArray)?.FirstOrDefault()?["ip_address"]?.ToString();
        return World.Network.Ports.FirstOrDefault(port =>
            port.Name == seen.Name
            && port.NetworkId == Ids.Of(seen.Text("network_id"))
            && !Ids.IsTaken(port.Id)
            && (seen.Name.Length > 0 || (address is not null && port.Address == Ids.Translate(address)))
        );
    }

    private T? Mine<T>(IEnumerable<T> all, Seen seen)
        where T : NeutronResource =>
        all.FirstOrDefault(one =>
            one.Name == seen.Name
            && !Ids.IsTaken(one.Id)
            && (seen.Text("tenant_id").Length == 0 || one.ProjectId == Ids.Translate(seen.Text("tenant_id")))
        );

    private bool NetworkHolds(string id) =>
        World
            .Network.Networks.Concat<NeutronResource>(World.Network.Subnets)
            .Concat(World.Network.Routers)
            .Concat(World.Network.Ports)
            .Concat(World.Network.FloatingIps)
            .Concat(World.Network.SecurityGroups)
            .Any(one => one.Id == id);
}
