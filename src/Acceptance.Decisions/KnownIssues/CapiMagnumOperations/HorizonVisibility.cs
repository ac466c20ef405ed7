using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.CapiMagnumOperations;

public static class HorizonVisibility
{
    public const string Id = "horizon-visibility";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.LookAlike,
            Title = "an administrator's own project shows no server of a cluster, and no amphora",
            Heading = "appendix-A, CAPI/Magnum operations findings",
            Phases = ["phase-08"],
            Rung = "hypervisors",
            Symptom =
                "Project -> Compute -> Instances is empty under the administrator's scope, while Container Infra "
                + "lists the clusters",
            FastConfirm = $"`openstack server list --all-projects`: they are there, in their own projects",
            Cause =
                "servers are shown in the project that owns them: tenants' in theirs, amphorae in Octavia's; the "
                + "container panel alone lists across projects",
            Fix = [new($"look in the owning project, or `openstack server list --all-projects`", Observe)],
            DoNots = ["never make anew what is only not shown"],
            Proof = "--all-projects shows them",
            LooksLike = new() { Exit = 0, Words = ["in the administrator's own project: 0", "amphora-"] },
            NearMisses =
            [
                new(
                    "the page of instances is empty",
                    "the servers are another project's, which is correct; none at all would be a fault",
                    "`openstack server list --all-projects -c Name -c Status`: they are there",
                    "make servers anew because a page is empty",
                    "appendix-A"
                ),
            ],
        };
}
