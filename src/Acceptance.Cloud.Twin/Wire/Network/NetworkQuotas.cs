using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkBody;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Quotas: Neutron's defaults for everybody.</summary>
internal sealed class NetworkQuotas(Neutron neutron) : IResource
{
    private static readonly (string Name, int Limit)[] Limits =
    [
        ("network", 100),
        ("subnet", 100),
        ("subnetpool", -1),
        ("port", 500),
        ("router", 10),
        ("floatingip", 50),
        ("rbac_policy", 10),
        ("security_group", 100),
        ("security_group_rule", 1000),
        ("trunk", -1),
    ];

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.0/quotas/{id}", _ => Envelope("quota", Quota())),
            Route.Get("/v2.0/quotas/{id}/default", _ => Envelope("quota", Quota())),
            Route.Get("/v2.0/quotas/{id}/details.json", request => Envelope("quota", Details(request["id"]))),
            Route.Get("/v2.0/quotas/{id}/details", request => Envelope("quota", Details(request["id"]))),
        ];

    private static JsonObject Quota()
    {
        var quota = new JsonObject();
        foreach (var (name, limit) in Limits)
            quota[name] = limit;
        return quota;
    }

    private JsonObject Details(string project)
    {
        var quota = new JsonObject();
        foreach (var (name, limit) in Limits)
            quota[name] = new JsonObject
            {
                ["limit"] = limit,
                ["used"] = Used(project, name),
                ["reserved"] = 0,
            };
        return quota;
    }

    private int Used(string project, string name) =>
        name switch
        {
            "network" => neutron.Networks.Count(one => one.ProjectId == project),
            "subnet" => neutron.Subnets.Count(one => one.ProjectId == project),
            "port" => neutron.Ports.Count(one => one.ProjectId == project),
            "router" => neutron.Routers.Count(one => one.ProjectId == project),
            "floatingip" => neutron.FloatingIps.Count(one => one.ProjectId == project),
            "security_group" => neutron.SecurityGroups.Count(one => one.ProjectId == project),
            "security_group_rule" => neutron
                .SecurityGroups.Where(one => one.ProjectId == project)
                .Sum(one => one.Rules.Count),
            _ => 0,
        };
}
