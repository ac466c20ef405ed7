using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Checks.Vault;
using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.HyperconvergedHost;

public static class JujuMacaroon
{
    public const string Id = "juju-macaroon";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "\"cannot get discharge ... EOF\": the juju login expired",
            Heading = "appendix-A, Hyperconverged host / mgmt-VM resilience",
            Phases = ["phase-07", "phase-08"],
            Rung = "juju",
            Symptom = "juju ssh (or other juju calls) fail mid-session with a discharge/EOF error",
            FastConfirm = "`juju status` in a terminal: it asks for a password, and then answers",
            Shows = "cannot get discharge",
            Cause = "the macaroon expired during a long session; the controller is healthy",
            Consequences =
            [
                .. Follows.Unknown(
                    "it is still not answered after a login",
                    NoVipIsAPrimary.Check,
                    CertificateIsLoaded.Check,
                    ClusterIsOfThisDeploy.Check,
                    BaselineStands.Check,
                    ModelIsTheExpectedOne.Check,
                    ModelIsTheExpectedOne.Acts,
                    EveryUnitIsAsExpected.States,
                    EveryUnitIsAsExpected.Counts,
                    CharmsAreAsNamed.Check,
                    DefaultSpaceIsPlanned.Check,
                    EveryMachineIsStarted.Check,
                    MySqlToleratesAFailure.Check,
                    VaultIsUnsealed.Check,
                    VaultIsUnsealed.Threshold,
                    EveryChassisIsConnected.Check,
                    NoBackendIsDown.Check,
                    DashboardKeepsLogins.Check,
                    EveryComputeUnitReserves.Check,
                    AmphoraImageIsTagged.Check,
                    ConductorRunsTheDriver.Check,
                    ConductorReadsItsSettings.Check,
                    ConductorFindsHelm.Check,
                    TrusteeDomainIsSetUp.Check,
                    TrustPolicyIsRight.Check
                ),
            ],
            Fix =
            [
                new(
                    $"`juju login`, the password at its prompt, then run again (at a calm moment log out first)",
                    Observe
                )
                {
                    Answers = "echo password",
                },
            ],
            Proof = "juju status answers without a prompt",
            Faults = ["juju-macaroon"],
            NearMisses =
            [
                new(
                    "the discharge fails: CERTIFICATE_VERIFY_FAILED, self-signed certificate in certificate "
                        + "chain, since a change of the user's password",
                    "a client library discharges without the controller's authority, and no password is stored "
                        + "any more",
                    "`juju whoami`: the command itself works or asks for the password; an error of TLS, and no EOF",
                    "log in again and expect the library to be well: it needs a password or the authority of "
                        + "its own",
                    "N85"
                ),
                new(
                    "macaroon discharge failed, at the login",
                    "a wrong user name or password",
                    "`juju login`: it fails at once and each time, and not in the middle of a session",
                    "take it for an expired login: the user name or the password is wrong",
                    "N86"
                ),
            ],
        };
}
