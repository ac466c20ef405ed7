using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterCreation;

public static class D046
{
    public const string Id = "D-046";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "Magnum's trustee domain is not set up",
            Heading = "phase-07, Magnum (as the operator's later pages have it)",
            Phases = ["phase-07"],
            Rung = "magnum",
            Symptom =
                "[trust] of magnum.conf is empty; a create fails at once: Failed to create trustee or trust for "
                + "Cluster",
            SeenBy = [TrusteeDomainIsSetUp.Check],
            FastConfirm =
                $"`juju ssh {Unit} \"sudo grep -E '^trustee_domain' /etc/magnum/magnum.conf | grep -v password\"; "
                + $"openstack domain show magnum`: no trustee_domain_name, or Keystone could not find the domain",
            Cause =
                "the charm's action domain-setup was not run: it makes the domain magnum and its ruler "
                + "magnum_domain_admin, and no relation does it in its stead",
            Consequences = [.. Follows.ClusterIsNotMade("Magnum gives another reason than a trustee")],
            Fix =
            [
                new(
                    $"`juju run -m {Model} {Magnum}/leader domain-setup`, then "
                        + $"`openstack user show --domain magnum magnum_domain_admin`",
                    Mutate
                ),
            ],
            DoNots = ["do not write [trust] by hand: the charm renders magnum.conf anew"],
            Proof = "every magnum unit names its trustee domain, and Keystone has it",
            Faults = ["D-046"],
            NearMisses =
            [
                new(
                    "Failed to create trustee or trust for Cluster",
                    "the trust is refused, not the trustee: by the policy (D-065) or for the login (D-066)",
                    "`openstack domain show magnum -c enabled; openstack user show --domain magnum "
                        + "magnum_domain_admin -c name`: both are there",
                    "run domain-setup again where the domain is there",
                    "phase-07"
                ),
            ],
        };
}
