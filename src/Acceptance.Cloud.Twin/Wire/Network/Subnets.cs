using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkBody;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkPolicy;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Subnets.</summary>
internal sealed class Subnets(TwinWorld world) : IResource
{
    private const string Keys =
        "network_id cidr ip_version gateway_ip enable_dhcp subnetpool_id ipv6_ra_mode ipv6_address_mode "
        + "allocation_pools host_routes dns_nameservers service_types segment_id prefixlen "
        + "use_default_subnetpool dns_publish_fixed_ip";

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.0/subnets", List),
            Route.Get("/v2.0/subnets/{id}", request => Shown(request, Find(request))),
            Route.Post("/v2.0/subnets", Create),
            Route.Put("/v2.0/subnets/{id}", Update),
            Route.Delete("/v2.0/subnets/{id}", Delete),
        ];

    private Neutron Neutron => world.Network;

    private NeutronSubnet Find(OpenStackRequest request) =>
        Neutron.VisibleSubnets(request).FirstOrDefault(subnet => subnet.Id == request["id"])
        ?? throw new ApiRefusal(404, $"Subnet {request["id"]} could not be found.", "SubnetNotFound");

    private static WireAnswer Shown(OpenStackRequest request, NeutronSubnet subnet, int status = 200) =>
        Envelope("subnet", NeutronJson.Subnet(subnet, IsAdmin(request)), status);

    private WireAnswer List(OpenStackRequest request) =>
        NetworkList.Answer(
            request,
            "subnets",
            Keys,
            Neutron.VisibleSubnets(request).Select(subnet => NeutronJson.Subnet(subnet, IsAdmin(request)))
        );

    private WireAnswer Create(OpenStackRequest request)
    {
        var body = Body(request, "subnet", Keys);
        Needed(body, "ip_version");
        var network = Neutron.VisibleNetwork(request, Needed(body, "network_id"));
        DemandOwner(request, network, "create_subnet");
        var pool = (body["allocation_pools"] as JsonArray)?.FirstOrDefault();
        var made = Neutron.Subnets.Create(
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
        return Shown(request, made, 201);
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var subnet = Find(request);
        DemandOwner(request, subnet, "update_subnet");
        var body = Body(request, "subnet", Keys);
        Rename(subnet, body, world.Now);
        if (body["dns_nameservers"] is JsonArray servers)
        {
            subnet.DnsNameservers.Clear();
            subnet.DnsNameservers.AddRange(servers.Select(server => server!.ToString()));
        }

        return Shown(request, subnet);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var subnet = Find(request);
        DemandOwner(request, subnet, "delete_subnet");
        Neutron.Subnets.Delete(subnet.Id);
        return WireAnswer.Empty(204);
    }
}
