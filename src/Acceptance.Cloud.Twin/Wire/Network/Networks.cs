using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkBody;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkPolicy;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Networks, and how full their subnets are.</summary>
internal sealed class Networks(TwinWorld world) : IResource
{
    private const string Keys =
        "shared router:external mtu is_default availability_zone_hints provider:network_type "
        + "provider:physical_network provider:segmentation_id subnets port_security_enabled qos_policy_id "
        + "dns_domain ipv4_address_scope ipv6_address_scope";

    private readonly NeutronJson _json = new(world);

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.0/networks", List),
            Route.Get("/v2.0/networks.json", List),
            Route.Get("/v2.0/networks/{id}", request => Shown(request, Find(request))),
            Route.Post("/v2.0/networks", Create),
            Route.Put("/v2.0/networks/{id}", Update),
            Route.Delete("/v2.0/networks/{id}", Delete),
        ];

    private Neutron Neutron => world.Network;

    private NeutronNetwork Find(OpenStackRequest request) => Neutron.VisibleNetwork(request, request["id"]);

    private WireAnswer Shown(OpenStackRequest request, NeutronNetwork network) =>
        Envelope("network", _json.Network(network, IsAdmin(request)));

    private WireAnswer List(OpenStackRequest request) =>
        NetworkList.Answer(
            request,
            "networks",
            Keys,
            Neutron.VisibleNetworks(request).Select(network => _json.Network(network, IsAdmin(request)))
        );

    private WireAnswer Create(OpenStackRequest request)
    {
        var body = Body(request, "network", Keys);
        var external = body["router:external"]?.GetValue<bool>() == true;
        if (external && !IsAdmin(request))
            throw Disallowed("(rule:create_network and rule:create_network:router:external)");
        DemandMember(request, "create_network");
        var made = Neutron.Networks.Create(
            Project(request, body),
            body["name"]?.ToString() ?? "",
            external,
            body["provider:physical_network"]?.ToString(),
            body["shared"]?.GetValue<bool>() == true,
            body["description"]?.ToString() ?? ""
        );
        return Envelope("network", _json.Network(made, IsAdmin(request), created: true), 201);
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var network = Find(request);
        DemandOwner(request, network, "update_network");
        Rename(network, Body(request, "network", Keys), world.Now);
        return Shown(request, network);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var network = Find(request);
        DemandOwner(request, network, "delete_network");
        Neutron.Networks.Delete(network.Id);
        return WireAnswer.Empty(204);
    }
}
