using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterLifecycle;

public static class Docfix032
{
    public const string Id = "DOCFIX-032";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["CNI-label"],
            Kind = KnownIssueKind.Fault,
            Title = "CNI: pin calico explicitly",
            Heading = "appendix-A, Cluster lifecycle / Octavia",
            Phases = ["phase-08"],
            Rung = "magnum",
            Symptom =
                "nodes of a cluster made from the template stay NotReady: the chart ships only Calico, so "
                + "another network driver fails to converge",
            SeenBy = [TemplateIsAsWritten.Check],
            FastConfirm =
                $"`openstack --os-project-name {TenantProject} --os-project-domain-name {TenantDomain} coe cluster "
                + $"template show {Template} -f value -c network_driver`: not {NetworkDriver}",
            Shows = @"^(?!calico$)[\w-]+$",
            Cause = "the template names a network driver that the chart does not package",
            Consequences =
            [
                .. Follows.Red(
                    "the nodes have a network of their own and are not ready still",
                    ClusterIsComplete.Check,
                    NodesAreReady.Check,
                    EveryContainerIsReady.Check,
                    EveryContainerIsReady.Addons
                ),
                .. Follows.Unknown(
                    "Magnum still says nothing once the nodes are ready",
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check
                ),
            ],
            Fix =
            [
                new(
                    $"`openstack --os-project-name {TenantProject} --os-project-domain-name {TenantDomain} coe "
                        + $"cluster template delete {Victim}`, then make it anew as phase-08 8.0 has it, "
                        + $"with --network-driver {NetworkDriver} (the next run makes one that is absent)",
                    Mutate
                ),
                new(
                    "Magnum refuses that while a cluster stands on the template: what stands is not hurt, what is "
                        + "made from it next never gets a Ready node",
                    Observe
                ),
            ],
            Proof = "the template reads calico",
            Faults = ["DOCFIX-032"],
            NearMisses =
            [
                new(
                    "nodes stay NotReady, and the template names calico",
                    "the images of the network's pods cannot be fetched from inside",
                    "`kubectl get pods --all-namespaces -o wide | grep -v Running`: ImagePullBackOff of "
                        + "calico's own pods",
                    "change the template: look at the way out of the nodes (D-035)",
                    "appendix-A"
                ),
            ],
        };
}
