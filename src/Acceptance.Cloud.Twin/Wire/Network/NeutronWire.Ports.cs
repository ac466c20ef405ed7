using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Ports and floating IPs.</summary>
internal sealed partial class NeutronWire
{
    private const string PortKeys =
        "network_id mac_address device_id device_owner fixed_ips security_groups binding:vnic_type binding:host_id binding:profile allowed_address_pairs "
        + "port_security_enabled extra_dhcp_opts qos_policy_id dns_name dns_domain ip_allocation security_group_ids";

    private const string FloatingIpKeys =
        "floating_network_id floating_ip_address fixed_ip_address port_id router_id qos_policy_id subnet_id dns_name dns_domain";

    private void MapPorts()
    {
        Map(
            "GET",
            "/v2.0/ports",
            request =>
                List(
                    request,
                    "ports",
                    PortKeys,
                    Neutron
                        .Ports.Where(port => Owns(request, port))
                        .Select(port => NeutronJson.Port(port, IsAdmin(request)))
                )
        );
        Map("GET", "/v2.0/ports/{id}", request => Envelope("port", NeutronJson.Port(Port(request), IsAdmin(request))));
        Map("POST", "/v2.0/ports", CreatePort);
        Map(
            "PUT",
            "/v2.0/ports/{id}",
            request =>
            {
                var port = Port(request);
                DemandMember(request, "update_port");
                var body = Body(request, "port", PortKeys);
                Rename(port, body);
                if (body["admin_state_up"] is { } up)
                    port.AdminStateUp = up.GetValue<bool>();
                if (body["security_groups"] is JsonArray groups)
                {
                    port.SecurityGroups.Clear();
                    port.SecurityGroups.AddRange(groups.Select(group => group!.ToString()));
                }

                return Envelope("port", NeutronJson.Port(port, IsAdmin(request)));
            }
        );
        Map(
            "DELETE",
            "/v2.0/ports/{id}",
            request =>
            {
                var port = Port(request);
                DemandMember(request, "delete_port");
                Neutron.DeletePort(port.Id);
                return WireAnswer.Empty(204);
            }
        );
    }

    private NeutronPort Port(OpenStackRequest request) =>
        Neutron.Ports.FirstOrDefault(port => port.Id == request["id"] && Owns(request, port))
        ?? throw new ApiRefusal(404, $"Port {request["id"]} could not be found.", "PortNotFound");

    private WireAnswer CreatePort(OpenStackRequest request)
    {
        DemandMember(request, "create_port");
        var body = Body(request, "port", PortKeys);
        var network = Network(request, Needed(body, "network_id"));
        var ip = (body["fixed_ips"] as JsonArray)?.FirstOrDefault();
        var port = Neutron.CreatePort(
            new PortRequest(Project(request, body), network.Id)
            {
                Name = body["name"]?.ToString() ?? "",
                SubnetId = ip?["subnet_id"]?.ToString(),
                Address = ip?["ip_address"]?.ToString(),
                DeviceId = body["device_id"]?.ToString() ?? "",
                DeviceOwner = body["device_owner"]?.ToString() ?? "",
                SecurityGroups = (body["security_groups"] as JsonArray)?.Select(group => group!.ToString()).ToList(),
                Description = body["description"]?.ToString() ?? "",
                AdminStateUp = body["admin_state_up"]?.GetValue<bool>() ?? true,
                Unaddressed = body["fixed_ips"] is JsonArray { Count: 0 },
            }
        );
        return Envelope("port", NeutronJson.Port(port, IsAdmin(request)), 201);
    }

    private void MapFloatingIps()
    {
        Map(
            "GET",
            "/v2.0/floatingips",
            request =>
                List(
                    request,
                    "floatingips",
                    FloatingIpKeys,
                    Neutron.FloatingIps.Where(ip => Owns(request, ip)).Select(_json.FloatingIp)
                )
        );
        Map("GET", "/v2.0/floatingips/{id}", request => Envelope("floatingip", _json.FloatingIp(FloatingIp(request))));
        Map("POST", "/v2.0/floatingips", CreateFloatingIp);
        Map(
            "PUT",
            "/v2.0/floatingips/{id}",
            request =>
            {
                var ip = FloatingIp(request);
                DemandMember(request, "update_floatingip");
                var body = Body(request, "floatingip", FloatingIpKeys);
                if (body.ContainsKey("port_id"))
                    Neutron.AssociateFloatingIp(ip, body["port_id"]?.ToString(), body["fixed_ip_address"]?.ToString());
                if (body["description"] is { } text)
                    ip.Description = text.ToString();
                return Envelope("floatingip", _json.FloatingIp(ip));
            }
        );
        Map(
            "DELETE",
            "/v2.0/floatingips/{id}",
            request =>
            {
                var ip = FloatingIp(request);
                DemandMember(request, "delete_floatingip");
                Neutron.ReleaseFloatingIp(ip.Id);
                return WireAnswer.Empty(204);
            }
        );
    }

    private FloatingIp FloatingIp(OpenStackRequest request) =>
        Neutron.FloatingIps.FirstOrDefault(ip => ip.Id == request["id"] && Owns(request, ip))
        ?? throw new ApiRefusal(404, $"Floating IP {request["id"]} could not be found", "FloatingIPNotFound");

    private WireAnswer CreateFloatingIp(OpenStackRequest request)
    {
        DemandMember(request, "create_floatingip");
        var body = Body(request, "floatingip", FloatingIpKeys);
        var network = Network(request, Needed(body, "floating_network_id"));
        if (!network.External)
            throw new ApiRefusal(
                400,
                $"Bad floatingip request: Network {network.Id} is not a valid external network.",
                "BadRequest"
            );
        var ip = Neutron.AllocateFloatingIp(
            Project(request, body),
            body["port_id"]?.ToString() is { Length: > 0 } port ? port : null,
            body["fixed_ip_address"]?.ToString(),
            body["description"]?.ToString() ?? "",
            body["floating_ip_address"]?.ToString(),
            network.Id
        );
        var shown = _json.FloatingIp(ip);
        // It is bound after the answer: the first one always reads DOWN (captures).
        shown["status"] = "DOWN";
        return Envelope("floatingip", shown, 201);
    }
}
