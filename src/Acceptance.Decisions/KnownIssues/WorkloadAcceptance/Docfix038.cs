using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class Docfix038
{
    public const string Id = "DOCFIX-038";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "the management FIP is per rebuild",
            Heading = "phase-08 D-011.3",
            Phases = ["phase-08"],
            Rung = "mgmt-vm",
            Symptom = "the management VM does not answer at the address on record, while the server is ACTIVE",
            SeenBy = [ManagementServerRuns.Address],
            FastConfirm =
                $"`grep MGMT_FIP= {NetEnv}` beside `openstack server list --all-projects "
                + $"--name ^{ManagementServer}$ -c Name -c Networks`: not the same address",
            Cause = "the net.env of an earlier rebuild names a floating IP that is none of this cloud's",
            Consequences =
            [
                .. Follows.Red("ssh is refused at the server's own address, too", ManagementServerRuns.Login),
                .. Follows.Unknown(
                    "it is still not answered at the server's own address",
                    TenantReachesTheVip.Port,
                    TenantReachesTheVip.Service,
                    ManagementIsReady.Check
                ),
            ],
            Fix =
            [
                new(
                    $"on the jumphost: `SERVER=$(openstack server list --all-projects "
                        + $"--name ^{ManagementServer}$ -f value -c ID); "
                        + $"PORT=$(openstack port list --server \"$SERVER\" -f value -c ID | head -n 1); "
                        + $"MGMT_FIP=$(openstack floating ip list --port \"$PORT\" -f value "
                        + $"-c \"Floating IP Address\"); "
                        + $"sed -i \"s/^\\(export \\)*MGMT_FIP=.*/MGMT_FIP=$MGMT_FIP/\" {Victim}; "
                        + $"grep MGMT_FIP= {Victim}`: the file names the floating IP that the management VM has today",
                    Mutate
                ),
            ],
            Proof = "the file's address is the VM's floating IP",
            Faults = ["mgmt-fip-stale"],
            NearMisses =
            [
                new(
                    "the management VM does not answer",
                    "the VM is shut off: D-041; or all floating IPs are dark: D-057",
                    $"`openstack server list --all-projects --name ^{ManagementServer}$ -c Status`: SHUTOFF, or "
                        + $"ACTIVE while other addresses are dark too",
                    "change the file for a VM that is down",
                    "phase-08 D-011.3"
                ),
            ],
        };
}
