using Acceptance.Decisions.Checks.Clusters;
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
            Consequences =
            [
                .. Follows.Unknown(
                    "it is still refused to a login with a password",
                    ClusterIsComplete.Building,
                    ClusterIsOfThisDeploy.Check,
                    TrustsCanBeMade.Trial,
                    ImageStandsAlone.Check,
                    ScopesAreApart.Check,
                    ScopesAreApart.Resolved,
                    ManagementServerRuns.Check,
                    ManagementServerRuns.Address,
                    ManagementIsSingleHomed.Check,
                    CapoIsNotRefused.Check,
                    MagnumLists.Check,
                    TenantSetupStands.Network,
                    TenantSetupStands.Keypair,
                    TenantSetupStands.Flavors,
                    ImageIsReadable.Check,
                    ImageCarriesItsVersion.Check,
                    TemplateIsAsWritten.Check,
                    TenantSetupStands.Credential,
                    ClusterIsComplete.Check,
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
            NearMisses =
            [
                new(
                    "trusts by application credentials are refused since Keystone's fix of CVE-2026-43000",
                    "the entry in other words; a driver that says needs_trust = False is not asked for a trust "
                        + "by a Magnum from 2025.1 on",
                    "on each keystone unit: `dpkg-query -W keystone`: with the fix or without; what the driver "
                        + "says of needs_trust",
                    "read unrestricted as a way out: it holds for no Keystone that has the fix",
                    "N56"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "Failed to create trustee or trust for Cluster, and the caller has an application credential",
                    "before the fix Keystone refused a restricted credential only",
                    "`openstack application credential list -f value -c ID | xargs -r -n 1 openstack "
                        + "application credential show -c unrestricted; juju exec -a keystone \"dpkg-query -W "
                        + "keystone\"`: False, and a version before the fix",
                    "say never before the version is read; to log in with a password is right in both",
                    "N57"
                ),
            ],
        };
}
