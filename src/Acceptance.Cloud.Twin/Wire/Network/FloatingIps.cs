using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkBody;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkPolicy;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Floating IPs.</summary>
internal sealed class FloatingIps(TwinWorld world) : IResource
{
    private const string Keys =
        "floating_network_id floating_ip_address fixed_ip_address port_id router_id qos_policy_id subnet_id "
        + "dns_name dns_domain";

    private readonly NeutronJson _json = new(world);

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.0/floatingips", List),
            Route.Get("/v2.0/floatingips/{id}", request => Shown(Find(request))),
            Route.Post("/v2.0/floatingips", Create),
            Route.Put("/v2.0/floatingips/{id}", Update),
            Route.Delete("/v2.0/floatingips/{id}", Delete),
        ];

    private Neutron Neutron => world.Network;

    private FloatingIp Find(OpenStackRequest request) =>
        Neutron.FloatingIps.FirstOrDefault(ip => ip.Id == request["id"] && Owns(request, ip))
        ?? throw new ApiRefusal(404, $"Floating IP {request["id"]} could not be found", "FloatingIPNotFound");

    private WireAnswer Shown(FloatingIp ip) => Envelope("floatingip", _json.FloatingIp(ip));

    private WireAnswer List(OpenStackRequest request) =>
        NetworkList.Answer(
            request,
            "floatingips",
            Keys,
            Neutron.FloatingIps.Where(ip => Owns(request, ip)).Select(_json.FloatingIp)
        );

    private WireAnswer Create(OpenStackRequest request)
    {
        DemandMember(request, "create_floatingip");
        var body = Body(request, "floatingip", Keys);
        var network = Neutron.VisibleNetwork(request, Needed(body, "floating_network_id"));
        if (!network.External)
            throw new ApiRefusal(
                400,
                $"Bad floatingip request: Network {network.Id} is not a valid external network.",
                "BadRequest"
            );
        var ip = Neutron.FloatingIps.Allocate(
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

    private WireAnswer Update(OpenStackRequest request)
    {
        var ip = Find(request);
        DemandMember(request, "update_floatingip");
        var body = Body(request, "floatingip", Keys);
        if (body.ContainsKey("port_id"))
            Neutron.FloatingIps.Associate(ip, body["port_id"]?.ToString(), body["fixed_ip_address"]?.ToString());
        if (body["description"] is { } text)
            ip.Description = text.ToString();
        return Shown(ip);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var ip = Find(request);
        DemandMember(request, "delete_floatingip");
        Neutron.FloatingIps.Release(ip.Id);
        return WireAnswer.Empty(204);
    }
}
