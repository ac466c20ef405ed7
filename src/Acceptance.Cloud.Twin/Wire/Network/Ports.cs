using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkBody;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkPolicy;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Ports.</summary>
internal sealed class Ports(TwinWorld world) : IResource
{
    private const string Keys =
        "network_id mac_address device_id device_owner fixed_ips security_groups binding:vnic_type "
        + "binding:host_id binding:profile allowed_address_pairs port_security_enabled extra_dhcp_opts "
        + "qos_policy_id dns_name dns_domain ip_allocation security_group_ids";

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.0/ports", List),
            Route.Get("/v2.0/ports/{id}", request => Shown(request, Find(request))),
            Route.Post("/v2.0/ports", Create),
            Route.Put("/v2.0/ports/{id}", Update),
            Route.Delete("/v2.0/ports/{id}", Delete),
        ];

    private Neutron Neutron => world.Network;

    private NeutronPort Find(OpenStackRequest request) =>
        Neutron.Ports.FirstOrDefault(port => port.Id == request["id"] && Owns(request, port))
        ?? throw new ApiRefusal(404, $"Port {request["id"]} could not be found.", "PortNotFound");

    private static WireAnswer Shown(OpenStackRequest request, NeutronPort port, int status = 200) =>
        Envelope("port", NeutronJson.Port(port, IsAdmin(request)), status);

    private WireAnswer List(OpenStackRequest request) =>
        NetworkList.Answer(
            request,
            "ports",
            Keys,
            Neutron.Ports.Where(port => Owns(request, port)).Select(port => NeutronJson.Port(port, IsAdmin(request)))
        );

    private WireAnswer Create(OpenStackRequest request)
    {
        DemandMember(request, "create_port");
        var body = Body(request, "port", Keys);
        var network = Neutron.VisibleNetwork(request, Needed(body, "network_id"));
        var ip = (body["fixed_ips"] as JsonArray)?.FirstOrDefault();
        var port = Neutron.Ports.Create(
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
        return Shown(request, port, 201);
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var port = Find(request);
        DemandMember(request, "update_port");
        var body = Body(request, "port", Keys);
        Rename(port, body, world.Now);
        if (body["admin_state_up"] is { } up)
            port.AdminStateUp = up.GetValue<bool>();
        if (body["security_groups"] is JsonArray groups)
        {
            port.SecurityGroups.Clear();
            port.SecurityGroups.AddRange(groups.Select(group => group!.ToString()));
        }

        return Shown(request, port);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var port = Find(request);
        DemandMember(request, "delete_port");
        Neutron.Ports.Delete(port.Id);
        return WireAnswer.Empty(204);
    }
}
