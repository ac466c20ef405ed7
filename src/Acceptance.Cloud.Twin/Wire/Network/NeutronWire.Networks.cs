using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Networks and subnets.</summary>
internal sealed partial class NeutronWire
{
    private const string NetworkKeys =
        "shared router:external mtu is_default availability_zone_hints provider:network_type provider:physical_network provider:segmentation_id subnets "
        + "port_security_enabled qos_policy_id dns_domain ipv4_address_scope ipv6_address_scope";

    private const string SubnetKeys =
        "network_id cidr ip_version gateway_ip enable_dhcp subnetpool_id ipv6_ra_mode ipv6_address_mode allocation_pools host_routes dns_nameservers "
        + "service_types segment_id prefixlen use_default_subnetpool dns_publish_fixed_ip";

    private void MapNetworks()
    {
        Map(
            "GET",
            "/v2.0/networks",
            request =>
                List(
                    request,
                    "networks",
                    NetworkKeys,
                    VisibleNetworks(request).Select(network => _json.Network(network, IsAdmin(request)))
                )
        );
        Map(
            "GET",
            "/v2.0/networks.json",
            request =>
                List(
                    request,
                    "networks",
                    NetworkKeys,
                    VisibleNetworks(request).Select(network => _json.Network(network, IsAdmin(request)))
                )
        );
        Map(
            "GET",
            "/v2.0/networks/{id}",
            request => Envelope("network", _json.Network(Network(request, request["id"]), IsAdmin(request)))
        );
        Map("POST", "/v2.0/networks", CreateNetwork);
        Map(
            "PUT",
            "/v2.0/networks/{id}",
            request =>
            {
                var network = Network(request, request["id"]);
                DemandOwner(request, network, "update_network");
                Rename(network, Body(request, "network", NetworkKeys));
                return Envelope("network", _json.Network(network, IsAdmin(request)));
            }
        );
        Map(
            "DELETE",
            "/v2.0/networks/{id}",
            request =>
            {
                var network = Network(request, request["id"]);
                DemandOwner(request, network, "delete_network");
                Neutron.DeleteNetwork(network.Id);
                return WireAnswer.Empty(204);
            }
        );
        MapSubnets();
        Map(
            "GET",
            "/v2.0/network-ip-availabilities",
            request =>
                WireAnswer.Ok(
                    new JsonObject
                    {
                        ["network_ip_availabilities"] = new JsonArray([
                            .. VisibleNetworks(request).Select(Availability),
                        ]),
                    }
                )
        );
    }

    private void MapSubnets()
    {
        Map(
            "GET",
            "/v2.0/subnets",
            request =>
                List(
                    request,
                    "subnets",
                    SubnetKeys,
                    VisibleSubnets(request).Select(subnet => NeutronJson.Subnet(subnet, IsAdmin(request)))
                )
        );
        Map(
            "GET",
            "/v2.0/subnets/{id}",
            request => Envelope("subnet", NeutronJson.Subnet(Subnet(request, request["id"]), IsAdmin(request)))
        );
        Map("POST", "/v2.0/subnets", CreateSubnet);
        Map(
            "PUT",
            "/v2.0/subnets/{id}",
            request =>
            {
                var subnet = Subnet(request, request["id"]);
                DemandOwner(request, subnet, "update_subnet");
                var body = Body(request, "subnet", SubnetKeys);
                Rename(subnet, body);
                if (body["dns_nameservers"] is JsonArray servers)
                {
                    subnet.DnsNameservers.Clear();
                    subnet.DnsNameservers.AddRange(servers.Select(server => server!.ToString()));
                }

                return Envelope("subnet", NeutronJson.Subnet(subnet, IsAdmin(request)));
            }
        );
        Map(
            "DELETE",
            "/v2.0/subnets/{id}",
            request =>
            {
                var subnet = Subnet(request, request["id"]);
                DemandOwner(request, subnet, "delete_subnet");
                Neutron.DeleteSubnet(subnet.Id);
                return WireAnswer.Empty(204);
            }
        );
    }

    private IEnumerable<NeutronNetwork> VisibleNetworks(OpenStackRequest request) =>
        Neutron.Networks.Where(network => Owns(request, network) || network.External || network.Shared);

    /// <summary>The subnets of an external network are its owner's to see, as Neutron has it.</summary>
    private IEnumerable<NeutronSubnet> VisibleSubnets(OpenStackRequest request) =>
        Neutron.Subnets.Where(subnet =>
            Owns(request, subnet) || Neutron.Networks.Any(network => network.Id == subnet.NetworkId && network.Shared)
        );

    private NeutronNetwork Network(OpenStackRequest request, string id) =>
        VisibleNetworks(request).FirstOrDefault(network => network.Id == id)
        ?? throw new ApiRefusal(404, $"Network {id} could not be found.", "NetworkNotFound");

    private NeutronSubnet Subnet(OpenStackRequest request, string id) =>
        VisibleSubnets(request).FirstOrDefault(subnet => subnet.Id == id)
        ?? throw new ApiRefusal(404, $"Subnet {id} could not be found.", "SubnetNotFound");

    private WireAnswer CreateNetwork(OpenStackRequest request)
    {
        var body = Body(request, "network", NetworkKeys);
        var external = body["router:external"]?.GetValue<bool>() == true;
        if (external && !IsAdmin(request))
            throw Disallowed("(rule:create_network and rule:create_network:router:external)");
        DemandMember(request, "create_network");
        var made = Neutron.CreateNetwork(
            Project(request, body),
            body["name"]?.ToString() ?? "",
            external,
            body["provider:physical_network"]?.ToString(),
            body["shared"]?.GetValue<bool>() == true,
            body["description"]?.ToString() ?? ""
        );
        return Envelope("network", _json.Network(made, IsAdmin(request), created: true), 201);
    }

    private WireAnswer CreateSubnet(OpenStackRequest request)
    {
        var body = Body(request, "subnet", SubnetKeys);
        Needed(body, "ip_version");
        var network = Network(request, Needed(body, "network_id"));
        DemandOwner(request, network, "create_subnet");
        var pool = (body["allocation_pools"] as JsonArray)?.FirstOrDefault();
        var made = Neutron.CreateSubnet(
            new SubnetRequest(Project(request, body), network.Id, body["name"]?.ToString() ?? "", Needed(body, "cidr"))
            {
                GatewayIp = body["gateway_ip"]?.ToString(),
                NoGateway = body.ContainsKey("gateway_ip") && body["gateway_ip"] is null,
                PoolStart = pool?["start"]?.ToString(),
                PoolEnd = pool?["end"]?.ToString(),
                EnableDhcp = body["enable_dhcp"]?.GetValue<bool>() ?? true,
                DnsNameservers = [.. (body["dns_nameservers"] as JsonArray ?? []).Select(server => server!.ToString())],
                Description = body["description"]?.ToString() ?? "",
            }
        );
        return Envelope("subnet", NeutronJson.Subnet(made, IsAdmin(request)), 201);
    }

    private JsonObject Availability(NeutronNetwork network)
    {
        var subnets = Neutron
            .SubnetsOf(network.Id)
            .Where(subnet => !subnet.IsIpv6)
            .Select(subnet => new JsonObject
            {
                ["subnet_id"] = subnet.Id,
                ["ip_version"] = 4,
                ["cidr"] = subnet.Cidr,
                ["subnet_name"] = subnet.Name,
                ["used_ips"] = Neutron.UsedIn(subnet),
                ["total_ips"] = Neutron.SizeOf(subnet),
            })
            .ToList();
        return new JsonObject
        {
            ["network_id"] = network.Id,
            ["network_name"] = network.Name,
            ["tenant_id"] = network.ProjectId,
            ["project_id"] = network.ProjectId,
            ["subnet_ip_availability"] = new JsonArray([.. subnets]),
            ["used_ips"] = subnets.Sum(subnet => subnet["used_ips"]!.GetValue<int>()),
            ["total_ips"] = subnets.Sum(subnet => subnet["total_ips"]!.GetValue<long>()),
        };
    }
}
