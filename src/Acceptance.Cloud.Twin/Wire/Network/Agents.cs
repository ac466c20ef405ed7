using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkPolicy;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Agents: OVN's controllers and their metadata agents; an admin's to see.</summary>
internal sealed class Agents(TwinWorld world) : IResource
{
    private const string Keys = "agent_type binary topic host alive availability_zone";

    public IReadOnlyList<Route> Routes => [Route.Get("/v2.0/agents", List)];

    private WireAnswer List(OpenStackRequest request) =>
        NetworkList.Answer(
            request,
            "agents",
            Keys,
            IsAdmin(request) ? world.Compute.Hypervisors.SelectMany(AgentsOn) : []
        );

    private IEnumerable<JsonObject> AgentsOn(ComputeNode node)
    {
        var alive = node.Host.PoweredOn();
        yield return Agent(node, "OVN Controller Gateway agent", "ovn-controller", "a", alive);
        yield return Agent(node, "OVN Metadata agent", "neutron-ovn-metadata-agent", "b", alive);
    }

    private JsonObject Agent(ComputeNode node, string type, string binary, string mark, bool alive)
    {
        var beat = WireTime.Spaced(alive ? world.Now : node.LastSeen);
        return new JsonObject
        {
            ["id"] = $"{mark}{node.Id[1..]}",
            ["agent_type"] = type,
            ["binary"] = binary,
            ["topic"] = "n/a",
            ["host"] = node.Name,
            ["admin_state_up"] = true,
            ["created_at"] = beat,
            ["started_at"] = beat,
            ["heartbeat_timestamp"] = beat,
            ["description"] = null,
            ["resources_synced"] = null,
            ["availability_zone"] = "",
            ["alive"] = alive,
            ["configurations"] = new JsonObject
            {
                ["chassis_name"] = node.Name,
                ["bridge-mappings"] = "physnet1:br-ex",
            },
        };
    }
}
