using Acceptance.Cloud.OpenStack;

namespace Acceptance.Benchmarks.Answers;

/// <summary>
/// Nova and Placement: the restart runbook's baseline, phase-08's flavors and keypair, the room for an amphora.
/// </summary>
internal static class ComputeQuestions
{
    public static IEnumerable<Question> All { get; } =
    [
        new(
            "compute",
            "the hypervisors",
            """openstack hypervisor list -f json | jq -r '.[] | "\(.["Hypervisor Hostname"]) \(.State)"'""",
            asked => asked.OpenStack.Compute.Hypervisors().Lines(one => $"{one.Hostname} {one.State}")
        ),
        new(
            "compute",
            "the services",
            """openstack compute service list -f json | jq -r '.[] | "\(.Binary) \(.Host) \(.Status) \(.State)"'""",
            asked =>
                asked.OpenStack.Compute.Services().Lines(one => $"{one.Binary} {one.Host} {one.Status} {one.State}")
        ),
        new(
            "compute",
            "every server of every project",
            """openstack server list --all-projects -f json | jq -r '.[] | "\(.ID) \(.Name) \(.Status)"'""",
            asked =>
                asked
                    .OpenStack.Compute.Servers(Scope.Admin, allProjects: true)
                    .Lines(one => $"{one.Id} {one.Name} {one.Status}")
        ),
        new(
            "compute",
            "the flavors and their sizes",
            """openstack flavor list --all -f json | jq -r '.[] | "\(.Name) \(.RAM) \(.VCPUs) \(.Disk)"'""",
            asked =>
                asked
                    .OpenStack.Compute.Flavors(Scope.Admin)
                    .Lines(one => $"{one.Name} {one.RamMb} {one.Vcpus} {one.DiskGb}")
        ),
        new(
            "compute",
            "the keypairs",
            "openstack keypair list -f json | jq -r '.[].Name'",
            asked => asked.OpenStack.Compute.Keypairs(asked.Tenant).Lines(name => name)
        )
        {
            InTenant = true,
        },
        new(
            "compute",
            "the management VM",
            "openstack server show \"$MANAGEMENT\" -f json | jq -r '\"\\(.id) \\(.status)\"'",
            asked =>
                asked
                    .OpenStack.Compute.Servers(asked.Tenant)
                    .Lines(one => $"{one.Id} {one.Status}", one => one.Name == asked.Site.Management!.Server)
        )
        {
            InTenant = true,
        },
        new(
            "placement",
            "the hosts with room for an amphora",
            Candidates,
            asked =>
                asked
                    .OpenStack.Placement.Candidates(
                        asked.Site.Octavia!.AmphoraRamMb,
                        asked.Site.Octavia.AmphoraVcpus,
                        asked.Site.Octavia.AmphoraDiskGb
                    )
                    .Lines(host => host)
        ),
    ];

    // Not every openstack client has Placement's plugin: its token goes with curl, and never in an argv.
    private const string Candidates = """
        TOKEN=$(openstack token issue -f value -c id)
        ask() {
          curl -sS --fail --cacert "$OS_CACERT" -H @<(printf 'X-Auth-Token: %s\n' "$TOKEN") \
            -H 'OpenStack-API-Version: placement 1.29' "$PLACEMENT$1"
        }
        ROOM="VCPU:$AMPHORA_VCPUS,MEMORY_MB:$AMPHORA_RAM,DISK_GB:$AMPHORA_DISK"
        CANDIDATES=$(ask "/allocation_candidates?resources=$ROOM")
        ask /resource_providers | jq -r --argjson room "$CANDIDATES" '
          ($room.allocation_requests | map(.allocations | keys) | add) as $ids
          | .resource_providers[] | select(.uuid | IN($ids[])) | .name'
        """;
}
