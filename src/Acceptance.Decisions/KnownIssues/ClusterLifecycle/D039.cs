using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterLifecycle;

public static class D039
{
    public const string Id = "D-039";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "app-cred roles (load-balancer_member) / Octavia 403",
            Heading = "appendix-A, Cluster lifecycle / Octavia",
            Phases = ["phase-08"],
            Rung = "magnum",
            Symptom = "cluster create or delete wedges; CAPO gets 403 querying the Octavia LB",
            SeenBy = [TenantSetupStands.Roles],
            FastConfirm =
                $"`openstack role assignment list --names --project {TenantProject} --project-domain "
                + $"{TenantDomain} -f value -c Role -c User`: {BalancerRole} is not among the roles of who creates "
                + $"clusters",
            Shows = @"\A(?![\s\S]*load-balancer)",
            Cause =
                "the user or the minted application credential lacks load-balancer_member, so CAPO gets 403 "
                + "on the load balancer",
            Explains = [StuckDelete.Id],
            Fix =
            [
                new(
                    $"a user who lacks it, with their openrc: `OWNER=$(openstack token issue -f value -c user_id); "
                        + $"openstack role add --user \"$OWNER\" --project {TenantProject} --project-domain "
                        + $"{TenantDomain} {BalancerRole}`",
                    Mutate
                ),
                new(
                    "a credential keeps the roles of the moment it was minted: when its user has the role, delete "
                        + "the cluster and make it anew (a delete that hangs: stuck-delete)",
                    Mutate
                ),
            ],
            Proof = "the roles member, reader and load-balancer_member are held and minted",
            Faults = ["D-039", "D-039-frozen"],
        };
}
