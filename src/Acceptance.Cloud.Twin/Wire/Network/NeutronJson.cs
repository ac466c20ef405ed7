using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>
/// Neutron's objects on the wire, keys in the order of the captures; an admin sees the provider's and the binding's.
/// </summary>
internal sealed class NeutronJson(TwinWorld world)
{
    public JsonObject Network(NeutronNetwork network, bool admin, bool created = false)
    {
        var json = new JsonObject
        {
            ["id"] = network.Id,
            ["name"] = network.Name,
            ["tenant_id"] = network.ProjectId,
            ["admin_state_up"] = network.AdminStateUp,
            ["mtu"] = network.Mtu,
            ["status"] = "ACTIVE",
            ["subnets"] = Texts(world.Network.Subnets.Of(network.Id).Select(subnet => subnet.Id)),
            ["shared"] = network.Shared,
            ["availability_zone_hints"] = new JsonArray(),
            ["availability_zones"] = new JsonArray(),
            ["ipv4_address_scope"] = null,
            ["ipv6_address_scope"] = null,
            ["router:external"] = network.External,
            ["description"] = network.Description,
            ["port_security_enabled"] = true,
            ["qos_policy_id"] = null,
            ["dns_domain"] = "",
            ["l2_adjacency"] = true,
        };
        if (network.External || created)
            json["is_default"] = false;
        Tail(json, network);
        json["project_id"] = network.ProjectId;
        if (!admin)
            return json;
        json["provider:network_type"] = network.ProviderType;
        json["provider:physical_network"] = network.PhysicalNetwork;
        json["provider:segmentation_id"] = network.SegmentationId;
        return json;
    }

    public static JsonObject Subnet(NeutronSubnet subnet, bool admin = false)
    {
        var json = new JsonObject
        {
            ["id"] = subnet.Id,
            ["name"] = subnet.Name,
            ["tenant_id"] = subnet.ProjectId,
            ["network_id"] = subnet.NetworkId,
            ["ip_version"] = subnet.IsIpv6 ? 6 : 4,
            ["subnetpool_id"] = null,
            ["enable_dhcp"] = subnet.EnableDhcp,
            ["ipv6_ra_mode"] = subnet.IsIpv6 ? "slaac" : null,
            ["ipv6_address_mode"] = subnet.IsIpv6 ? "slaac" : null,
            ["gateway_ip"] = subnet.GatewayIp,
            ["cidr"] = subnet.Cidr,
            ["allocation_pools"] = new JsonArray(
                new JsonObject { ["start"] = subnet.PoolStart, ["end"] = subnet.PoolEnd }
            ),
            ["host_routes"] = new JsonArray(),
            ["dns_nameservers"] = Texts(subnet.DnsNameservers),
            ["description"] = subnet.Description,
            ["service_types"] = new JsonArray(),
        };
        if (admin)
            json["segment_id"] = null;
        Tail(json, subnet);
        json["project_id"] = subnet.ProjectId;
        return json;
    }

    public static JsonObject Port(NeutronPort port, bool admin)
    {
        var json = new JsonObject
        {
            ["id"] = port.Id,
            ["name"] = port.Name,
            ["network_id"] = port.NetworkId,
            ["tenant_id"] = port.ProjectId,
            ["mac_address"] = port.MacAddress,
            ["admin_state_up"] = port.AdminStateUp,
            ["status"] = port.Status,
            ["device_id"] = port.DeviceId,
            ["device_owner"] = port.DeviceOwner,
            ["fixed_ips"] = Fixed(port),
            ["allowed_address_pairs"] = AddressPairs(port),
            ["extra_dhcp_opts"] = new JsonArray(),
            ["security_groups"] = Texts(port.SecurityGroups),
            ["description"] = port.Description,
            ["binding:vnic_type"] = "normal",
        };
        if (admin)
            Binding(json, port);
        json["port_security_enabled"] = true;
        json["qos_policy_id"] = null;
        json["qos_network_policy_id"] = null;
        json["dns_name"] = "";
        json["dns_assignment"] = new JsonArray([.. port.FixedIps.Select(ip => Assignment(ip.Address))]);
        if (admin)
            json["resource_request"] = null;
        json["ip_allocation"] = "immediate";
        Tail(json, port);
        json["project_id"] = port.ProjectId;
        return json;
    }

    private static JsonArray AddressPairs(NeutronPort port) =>
        new([
            .. port.AllowedAddresses.Select(address => new JsonObject
            {
                ["mac_address"] = port.MacAddress,
                ["ip_address"] = address,
            }),
        ]);

    private static void Binding(JsonObject json, NeutronPort port)
    {
        json["binding:profile"] = new JsonObject();
        json["binding:host_id"] = port.HostId;
        json["binding:vif_type"] = port.HostId.Length > 0 ? "ovs" : "unbound";
        json["binding:vif_details"] = new JsonObject();
    }

    public JsonObject Router(NeutronRouter router, bool admin)
    {
        var json = new JsonObject
        {
            ["id"] = router.Id,
            ["name"] = router.Name,
            ["tenant_id"] = router.ProjectId,
            ["admin_state_up"] = router.AdminStateUp,
            ["status"] = "ACTIVE",
            ["external_gateway_info"] = Gateway(router),
            ["description"] = router.Description,
            ["availability_zones"] = new JsonArray(),
            ["availability_zone_hints"] = new JsonArray(),
            ["routes"] = new JsonArray(),
            ["flavor_id"] = null,
        };
        Tail(json, router);
        json["project_id"] = router.ProjectId;
        if (!admin)
            return json;
        json["distributed"] = false;
        json["ha"] = true;
        return json;
    }

    public JsonObject FloatingIp(FloatingIp ip)
    {
        var port = ip.PortId is null ? null : world.Network.Ports.Find(ip.PortId);
        var json = new JsonObject
        {
            ["id"] = ip.Id,
            ["tenant_id"] = ip.ProjectId,
            ["floating_ip_address"] = ip.Address,
            ["floating_network_id"] = ip.NetworkId,
            ["router_id"] = ip.RouterId,
            ["port_id"] = ip.PortId,
            ["fixed_ip_address"] = ip.FixedAddress,
            ["status"] = ip.Status,
            ["description"] = ip.Description,
            ["qos_policy_id"] = null,
            ["port_details"] = port is null ? null : Details(port),
            ["dns_domain"] = "",
            ["dns_name"] = "",
            ["port_forwardings"] = new JsonArray(),
        };
        Tail(json, ip);
        json["project_id"] = ip.ProjectId;
        return json;
    }

    public static JsonObject Group(SecurityGroup group)
    {
        var json = new JsonObject
        {
            ["id"] = group.Id,
            ["name"] = group.Name,
            ["stateful"] = true,
            ["tenant_id"] = group.ProjectId,
            ["description"] = group.Description,
            ["shared"] = false,
            ["security_group_rules"] = new JsonArray([.. group.Rules.Select(RuleOfGroup)]),
        };
        Tail(json, group);
        json["project_id"] = group.ProjectId;
        return json;
    }

    public static JsonObject Rule(SecurityGroupRule rule)
    {
        var json = new JsonObject
        {
            ["id"] = rule.Id,
            ["tenant_id"] = rule.ProjectId,
            ["security_group_id"] = rule.SecurityGroupId,
            ["ethertype"] = rule.EtherType,
            ["direction"] = rule.Direction,
            ["protocol"] = rule.Protocol,
            ["port_range_min"] = rule.PortMin,
            ["port_range_max"] = rule.PortMax,
            ["remote_ip_prefix"] = rule.RemotePrefix,
            ["remote_address_group_id"] = null,
            ["normalized_cidr"] = rule.RemotePrefix,
            ["remote_group_id"] = rule.RemoteGroupId,
            ["description"] = rule.CameWithGroup ? null : rule.Description,
        };
        Moments(json, rule);
        json["project_id"] = rule.ProjectId;
        return json;
    }

    /// <summary>Inside of its group a rule shows its tags and a number of the database too (captures).</summary>
    private static JsonObject RuleOfGroup(SecurityGroupRule rule)
    {
        var json = Rule(rule);
        var at = json.IndexOf("description");
        json.Insert(
            at,
            "standard_attr_id",
            Math.Abs(BitConverter.ToInt32(Guid.Parse(rule.Id).ToByteArray(), 0) % 100000)
        );
        json.Insert(at + 2, "tags", Texts(rule.Tags));
        return json;
    }

    private JsonObject? Gateway(NeutronRouter router)
    {
        if (router.GatewayPortId is not { } id || world.Network.Ports.Find(id) is not { } port)
            return null;
        return new JsonObject
        {
            ["network_id"] = router.GatewayNetworkId,
            ["external_fixed_ips"] = Fixed(port),
            ["enable_snat"] = true,
        };
    }

    private static JsonObject Details(NeutronPort port) =>
        new()
        {
            ["name"] = port.Name,
            ["network_id"] = port.NetworkId,
            ["mac_address"] = port.MacAddress,
            ["admin_state_up"] = port.AdminStateUp,
            ["status"] = port.Status,
            ["device_id"] = port.DeviceId,
            ["device_owner"] = port.DeviceOwner,
        };

    private static JsonArray Fixed(NeutronPort port) =>
        new([
            .. port.FixedIps.Select(ip => new JsonObject { ["subnet_id"] = ip.SubnetId, ["ip_address"] = ip.Address }),
        ]);

    private static JsonObject Assignment(string address)
    {
        var host = $"host-{address.Replace('.', '-').Replace(':', '-')}";
        return new JsonObject
        {
            ["ip_address"] = address,
            ["hostname"] = host,
            ["fqdn"] = $"{host}.openstacklocal.",
        };
    }

    private static void Tail(JsonObject json, NeutronResource resource)
    {
        json["tags"] = Texts(resource.Tags);
        Moments(json, resource);
    }

    private static void Moments(JsonObject json, NeutronResource resource)
    {
        json["created_at"] = WireTime.Zulu(resource.CreatedAt);
        json["updated_at"] = WireTime.Zulu(resource.UpdatedAt);
        json["revision_number"] = resource.Revision;
    }

    private static JsonArray Texts(IEnumerable<string> all) => new([.. all.Select(one => JsonValue.Create(one))]);
}
