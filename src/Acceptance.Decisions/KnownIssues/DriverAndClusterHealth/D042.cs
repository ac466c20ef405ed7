using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.DriverAndClusterHealth;

public static class D042
{
    public const string Id = "D-042";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["D-031"],
            Kind = KnownIssueKind.Fault,
            Title = "driver contract-coherence; health \"infrastructure: not found\"",
            Heading = "appendix-A, Driver / cluster health (FACTS 0.7)",
            Phases = ["phase-07", "phase-08"],
            Rung = "magnum",
            Symptom =
                "health_status is UNHEALTHY deterministically (it survives a conductor restart); only the "
                + "infrastructure sub-check fails (\"Infrastructure resource not found\"); cluster, "
                + "control-plane and nodegroup are Ready",
            SeenBy = [ConductorRunsTheDriver.Check],
            FastConfirm =
                $"`juju ssh {Unit} 'pip3 show' {DriverPackage}`: older than {DriverVersion}, or the conductor "
                + $"was started before it was installed",
            Shows = @"^Version: (?:0|1\.[0-3])\.",
            Cause =
                "driver 1.3.0 hard-codes v1alpha6 of OpenStackCluster; CAPO no longer serves it, so its "
                + "health read is a 404",
            Consequences =
            [
                .. Follows.Seen(
                    Id,
                    "the resource is missing with the right driver, too",
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check
                ),
            ],
            Fix =
            [
                new(
                    $"where it is older than {DriverVersion}, upgrade to the released one: "
                        + $"`juju ssh {Unit} 'sudo pip3 install' {DriverPackage}=={DriverVersion}`",
                    Mutate
                ),
                new(
                    $"`juju ssh {Unit} 'sudo systemctl restart magnum-conductor'`, so that the running process has it",
                    Mutate
                ),
            ],
            DoNots = ["until then do not wire auto-healing to health_status: it takes the nodes of a sound cluster"],
            Warned = new(
                $"`until openstack --os-project-name {TenantProject} --os-project-domain-name {TenantDomain} coe "
                    + $"cluster show {Cluster} -f value -c health_status | grep -qx UNHEALTHY; do sleep 60; done; "
                    + $"openstack server delete \"$(openstack server list --all-projects --name {Cluster} -f value "
                    + $"-c ID -c Name | grep -v control-plane | head -n 1 | cut -d ' ' -f 1)\"`",
                NodesAreReady.Check
            ),
            Proof = "health_status reads HEALTHY",
            Faults = ["D-042"],
            NearMisses =
            [
                new(
                    "Magnum says HEALTHY, and the cluster's kube-api is not",
                    "a driver that takes health from the machines' NodeHealthy alone",
                    $"`kubectl get kubeadmcontrolplane --all-namespaces` with the management kubeconfig "
                        + $"{ManagementKubeconfig}: its conditions, beside what the driver asks",
                    "take Magnum's green for the control plane's: ask it too",
                    "N111"
                )
                {
                    IsRead = true,
                },
                new(
                    "health_status is UNHEALTHY",
                    "the management side is down or parked: then the reason is empty or every part fails",
                    $"`openstack coe cluster show {Cluster} -c health_status -c health_status_reason`: "
                        + $"infrastructure alone, with a reason, is the entry",
                    "upgrade a driver because its management cluster rests",
                    "appendix-A"
                ),
            ],
        };
}
