using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterCreation;

public static class D066
{
    public const string Id = "D-066";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "an application credential creates no trust",
            Heading = "phase-08 8.1 (as the operator's later pages have it)",
            Phases = ["phase-08"],
            Rung = "keystone",
            Symptom =
                "create_trust by an application credential is refused, whatever unrestricted says (403: Using method "
                + "'application_credential' is not allowed for managing trusts); a create fails at once: Failed to "
                + "create trustee or trust for Cluster",
            SeenBy = [TrustsCanBeMade.Login],
            FastConfirm =
                $"with the openrc of who creates clusters sourced: `env | grep -ci '^os_application_credential_'`: "
                + $"more than none",
            Cause =
                "Keystone lets no application credential make a trust (a restricted one never, an unrestricted one "
                + "only before its security fix), and Magnum makes one for every cluster",
            Fix =
            [
                new(
                    $"who creates clusters in {TenantProject} logs in with a password, by an openrc of a user "
                        + $"with member and {BalancerRole} that holds no application credential",
                    Observe
                ),
            ],
            DoNots =
            [
                "do not make the credential unrestricted: it gains power, and no trust",
                "do not turn allow_insecure_application_credential_trust_escalation on in keystone.conf: every "
                    + "application credential of the cloud gains that power",
            ],
            Proof = "the token of who creates clusters says password",
            Faults = ["D-066"],
        };
}
