using Acceptance.Decisions.Checks.Clusters;
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
            SeenBy = [TenantSetupStands.Roles, TenantSetupStands.Credential],
            Spares = [("D-039-frozen", TenantSetupStands.Roles)],
            FastConfirm =
                $"`openstack role assignment list --names --project {TenantProject} --project-domain "
                + $"{TenantDomain} -f value -c Role -c User`: {BalancerRole} is not among the roles of who creates "
                + $"clusters",
            Shows = @"\A(?![\s\S]*load-balancer)",
            Cause =
                "the user or the minted application credential lacks load-balancer_member, so CAPO gets 403 "
                + "on the load balancer",
            Explains = [StuckDelete.Id],
            Consequences =
            [
                .. Follows.Seen(Id, "the refusal is not for a role", CapoIsNotRefused.Check),
                .. Follows.Seen(
                    StuckDelete.Id,
                    "the finalizer stays when the credential carries the role",
                    CapoIsNotRefused.Check
                ),
                .. Follows.Red(
                    "Cluster API waits for something else than the load balancer",
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check
                ),
                .. Follows
                    .Red("the cluster stays so when the credential carries the role", ClusterIsComplete.Check)
                    .ByFault("D-039"),
                .. Follows
                    .Unknown(
                        "it is still not answered when the cluster is complete",
                        ClusterIsComplete.Health,
                        HealthReadsAsExpected.Check,
                        NodesAreReady.Check,
                        EveryContainerIsReady.Check,
                        EveryContainerIsReady.Addons,
                        EveryContainerIsReady.Still
                    )
                    .ByFault("D-039"),
            ],
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
            DoNots = ["a cluster that is deleted while its credential lacks the role hangs in Deleting (stuck-delete)"],
            Warned = new(
                $"`openstack --os-project-name {TenantProject} --os-project-domain-name {TenantDomain} coe cluster "
                    + $"delete {Cluster}`",
                CapoIsNotRefused.Check
            ),
            Proof = "the roles member, reader and load-balancer_member are held and minted",
            Faults = ["D-039", "D-039-frozen"],
            NearMisses =
            [
                new(
                    "since an upgrade of Octavia every caller whose only role is load-balancer_member gets 403",
                    "from 16.0.0 (2025.1) on the default policy asks for Keystone's own roles, and "
                        + "load-balancer_member opens nothing",
                    "on each octavia unit: `dpkg-query -W octavia-api`: 16 or later, and the token has no role "
                        + "member",
                    "add load-balancer_member: member is the one that is asked for, or the advanced policy's "
                        + "override file",
                    "N17"
                )
                {
                    IsRead = true,
                },
                new(
                    "failed to reconcile load balancer: error allocating floating IP, 403, "
                        + "rule:create_floatingip is disallowed by policy",
                    "Neutron's policy: only admin may ask for one given floating address",
                    "the refused URL: port 9696 and /v2.0/floatingips is Neutron, 9876 and /lbaas would be Octavia",
                    "grant load-balancer_member: make the address beforehand",
                    "N18"
                )
                {
                    IsRead = true,
                },
                new(
                    "Unable to re-authenticate: 401, then 404: Could not find Application Credential; new "
                        + "credentials help, and the Cluster stays Failed",
                    "the application credential was deleted, in a rotation say, and the failure was stored",
                    "`openstack application credential list` as that user: the id is not in it; 401 and 404 of "
                        + "/v3/auth/tokens, no 403 of Octavia",
                    "change roles: renew the content of the cloud secret, and read the newest condition, not "
                        + "the stored failureMessage",
                    "N19"
                ),
                new(
                    "providerClient authentication err: 404 instead: Could not find Application Credential",
                    "the user who created the cluster was deleted, and the credential went along",
                    $"`OWNER=$(openstack coe cluster show {Cluster} -f value -c user_id); openstack user show "
                        + $"\"$OWNER\"`: no such user",
                    "grant roles to anybody: another user of the project makes a new credential for the "
                        + "cluster's secret",
                    "N20"
                ),
                new(
                    "making the application credential is refused: Could not find role assignment with role "
                        + "(HTTP 400)",
                    "a federated user has roles through mapped groups alone",
                    "`openstack role assignment list --user \"$OS_USERNAME\" --names`: no assignment of the "
                        + "user's own; HTTP 400 of Keystone",
                    "look at policies or at Octavia: a direct role, or a lifetime for mapped groups in Keystone",
                    "N21"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
