using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.FullCloudRestart;

public static class OvnTlsSweep
{
    public const string Id = "ovn-tls-sweep";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "a chassis is not connected after the certificates changed",
            Heading = "ops-restart-procedure, stage 4 (FACTS 0.12)",
            Phases = ["restart"],
            Rung = "ovn",
            Symptom = "connection-status is not connected on a chassis",
            SeenBy = [EveryChassisIsConnected.Check, CertificateIsLoaded.Check],
            FastConfirm = $"`juju ssh {Unit} 'sudo ovn-appctl -t ovn-controller connection-status'`: not connected",
            Shows = "^not connected",
            Cause = "ovn-controller still runs with the certificate from before Vault reissued it",
            Fix =
            [
                new($"`juju ssh {Unit} 'sudo systemctl restart ovn-controller ovs-vswitchd'`", Mutate),
                new(
                    "neutron-server on the units of the network API, one after the other, where it logs that a "
                        + "handshake with the database failed",
                    Mutate
                ),
            ],
            Proof = "connection-status reads connected on every chassis",
            Faults = ["ovn-disconnected", "ovn-restart-missed"],
        };
}
