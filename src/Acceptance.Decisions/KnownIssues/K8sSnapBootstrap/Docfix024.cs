using Acceptance.Decisions.Checks.Clusters;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.K8sSnapBootstrap;

public static class Docfix024
{
    public const string Id = "DOCFIX-024";

    private const string EnabledToo = "it stays so when network and dns are enabled";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "bootstrap config missing the cluster-config block",
            Heading = "appendix-A, k8s-snap bootstrap (mgmt cluster)",
            Phases = ["phase-06"],
            Rung = "mgmt-k8s",
            Symptom =
                "k8s bootstrap \"succeeds\" but the node never reaches Ready; network and DNS are silently disabled; "
                + "CoreDNS/Cilium absent",
            SeenBy = [ManagementIsReady.Check],
            FastConfirm =
                $"`MGMT_FIP=$(grep -oE '[0-9.]+$' {NetEnv}); ssh -i {SshKey} -o BatchMode=yes -o "
                + $"StrictHostKeyChecking=no -l {ManagementUser} \"$MGMT_FIP\" 'sudo k8s status'`: network and dns are "
                + $"disabled",
            Shows = @"^network:\s+disabled",
            Cause =
                "a bootstrap file without a cluster-config block at its top level leaves every feature at its "
                + "default, which is disabled; the CIDRs and names that it sets enable none",
            Consequences =
            [
                .. Follows.Red(
                    EnabledToo,
                    ManagementIsReady.Nodes,
                    ControllersRun.Check,
                    ClusterIsComplete.Check,
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check
                ),
                .. Follows.Unknown(
                    EnabledToo,
                    ProvidersAreAsNamed.Check,
                    CapoIsNotRefused.Check,
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check,
                    NodesAreReady.Check,
                    EveryContainerIsReady.Check,
                    EveryContainerIsReady.Addons,
                    EveryContainerIsReady.Still
                ),
            ],
            Fix =
            [
                new(
                    $"enable both where the node holds anything already: `MGMT_FIP=$(grep -oE '[0-9.]+$' {NetEnv}); "
                        + $"ssh -i {SshKey} -o BatchMode=yes -o StrictHostKeyChecking=no -l {ManagementUser} "
                        + $"\"$MGMT_FIP\" 'sudo k8s enable network dns'`",
                    Mutate
                ),
                new(
                    "write the block into the bootstrap file, for the next time: cluster-config, with network and dns "
                        + "enabled. Where nothing was installed yet, snap remove k8s --purge and bootstrap again is "
                        + "the runbook's way",
                    Destroy
                )
                {
                    Cures = [],
                },
            ],
            DoNots = ["never purge a node on which Cluster API was installed: its clusters' objects go with it"],
            Proof = "k8s status reads ready, with network and dns enabled",
            Faults = ["DOCFIX-024"],
            NearMisses =
            [
                new(
                    "cluster status: not ready, network: disabled, and the bootstrap file has its cluster-config block",
                    "ingress and gateway of the same file tried to upgrade a network that was not there yet",
                    "`sudo k8s status`: the lines of ingress and gateway say cannot upgrade ck-network as it is "
                        + "not installed",
                    "add the block and purge again: bootstrap without both, and enable them later",
                    "N49"
                ),
                new(
                    "the bootstrap fails, or the node never gets a network, with the block in place",
                    "routing rules of the site collide with Cilium's at 0 and 100",
                    "`ip rule show`: own rules at 100 or below",
                    "purge and bootstrap again: give the rules numbers above 100",
                    "N50"
                ),
                new(
                    "the bootstrap stops because the path of the containerd socket exists already",
                    "another container runtime is installed on the node",
                    "`dpkg-query -l | grep containerd`: a package, and the message names the path",
                    "change the block: a clean machine, or another containerd-base-dir",
                    "N52"
                ),
                new(
                    "cluster status: not ready for many minutes, and network: enabled",
                    "a cold start: it takes 20 min and more under the host's load (D-041)",
                    "`sudo k8s status; uptime`: the features are enabled, the load is high",
                    "enable or purge anything: wait for the budget of a start",
                    "ops-capi-recovery 3"
                ),
            ],
        };
}
