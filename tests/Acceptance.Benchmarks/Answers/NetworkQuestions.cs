using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Benchmarks.Answers;

/// <summary>Neutron, Glance and Octavia.</summary>
internal static class NetworkQuestions
{
    public static IEnumerable<Question> All { get; } =
    [
        new(
            "network",
            "the external networks",
            """openstack network list --external -f json | jq -r '.[] | "\(.ID) \(.Name)"'""",
            asked =>
                asked.OpenStack.Network.Networks(Scope.Admin).Lines(one => $"{one.Id} {one.Name}", one => one.External)
        ),
        new(
            "network",
            "the floating IPs and what they lead to",
            """openstack floating ip list -f json | jq -r '.[] | "\(.["Floating IP Address"]) \(.["Fixed IP Address"] // "-")"'""",
            asked =>
                asked
                    .OpenStack.Network.FloatingIps(Scope.Admin)
                    .Lines(one => $"{one.Address} {one.FixedAddress ?? "-"}")
        ),
        new(
            "network",
            "the ports",
            """openstack port list -f json | jq -r '.[] | "\(.ID) \(.Status)"'""",
            asked => asked.OpenStack.Network.Ports(Scope.Admin).Lines(one => $"{one.Id} {one.Status}")
        ),
        new(
            "image",
            "the kube image",
            """openstack image show "$IMAGE" -f json | jq -r '"\(.id) \(.status) \(.disk_format) \(.properties.kube_version)"'""",
            asked =>
                asked
                    .OpenStack.Images.Named(asked.Tenant, asked.Site.Workload!.Image.Name)
                    .Lines(one =>
                        $"{one.Id} {one.Status} {one.DiskFormat} {one.Properties.GetValueOrDefault("kube_version")}"
                    )
        )
        {
            InTenant = true,
        },
        new(
            "load balancer",
            "every load balancer",
            """openstack loadbalancer list -f json | jq -r '.[] | "\(.id) \(.name) \(.provisioning_status) \(.operating_status)"'""",
            asked =>
                asked
                    .OpenStack.LoadBalancing.LoadBalancers(Scope.Admin)
                    .Lines(one => $"{one.Id} {one.Name} {one.Provisioning} {one.Operating}")
        ),
        new("amphora", "every amphora, and the server that it is", Sweep, Amphorae),
    ];

    // The sweep of the CAPI recovery runbook: Octavia's inventory beside Nova's.
    private const string Sweep = """
        SERVERS=$(openstack server list --all-projects --long -f json)
        openstack loadbalancer amphora list -f json | jq -r --argjson servers "$SERVERS" '
          .[] | "amphora-\(.id)" as $name
          | ($servers[] | select(.Name == $name) | .Status) as $server
          | "\(.id) \(.loadbalancer_id) \(.status) \(.role) \($server)"'
        """;

    private static async Task<Reading<IReadOnlyList<string>>> Amphorae(Asked asked)
    {
        var (amphorae, servers) = (
            asked.OpenStack.LoadBalancing.Amphorae(),
            asked.OpenStack.Compute.Servers(Scope.Admin, allProjects: true)
        );
        if (await servers is not Reading<IReadOnlyList<Server>>.Seen { Value: var all })
            return (await servers).As<IReadOnlyList<string>>();
        return await amphorae.Lines(one =>
            $"{one.Id} {one.LoadBalancerId} {one.Status} {one.Role} "
            + $"{all.FirstOrDefault(server => server.Id == one.ComputeId)?.Status}"
        );
    }
}
