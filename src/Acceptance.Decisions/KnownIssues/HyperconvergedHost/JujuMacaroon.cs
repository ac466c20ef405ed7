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
            Cause = "the macaroon expired during a long session; the controller is healthy",
            Fix =
            [
                new(
                    "`juju login` in a terminal, then run again (at a calm moment: `juju logout`, `juju login`)",
                    Observe
                ),
            ],
            Proof = "juju status answers without a prompt",
            Faults = ["juju-macaroon"],
        };
}
