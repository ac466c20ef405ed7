using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterCreation;

public static class D067
{
    public const string Id = "D-067";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "the certificate store refuses the authority of a cluster",
            Heading = "phase-08 8.1 (as the operator's later pages have it)",
            Phases = ["phase-08"],
            Rung = "magnum",
            // Without the colon of the log: what follows such a one is hidden as a secret.
            Symptom =
                "a create fails at certificate generation: Failed to create certificates for Cluster; Barbican answers "
                + "500 (Secret creation failure seen), and logs after Error storing secret that a source address ... "
                + "is unauthorized through CIDR restrictions",
            SeenBy = [CertificateStoreTakes.Check],
            FastConfirm =
                $"`juju ssh {Unit} \"sudo grep -rhs 'source address .* unauthorized' /var/log/barbican "
                + $"| tail -n 1\"`: a line, with the address that Vault saw",
            Cause =
                "Barbican leaves for Vault by another plane than the one that its AppRole is bound to, so that Vault "
                + "sees a source address outside of the CIDR",
            Consequences = [.. Follows.ClusterIsNotMade("Magnum gives another reason than certificates")],
            Fix =
            [
                new(
                    $"see by which space each side goes: `juju show-application -m {Model} barbican-vault vault`; bind "
                        + $"secrets-storage and vault's secrets to one of them (`juju bind`)",
                    Mutate
                ),
                new(
                    $"`juju run -m {Model} vault/leader refresh-secrets`, so that the bound addresses are made anew",
                    Mutate
                ),
            ],
            Proof = "Barbican took a secret and gave it up again",
            Faults = ["D-067"],
            NearMisses =
            [
                new(
                    "Failed to create certificates for Cluster",
                    "Vault is sealed, so that Barbican has no store: restart-3",
                    "`vault status -address=http://127.0.0.1:8200`, on the vault unit: Sealed true; the entry "
                        + "logs CIDR restrictions instead",
                    "bind other addresses while Vault is sealed",
                    "phase-08 8.1"
                ),
            ],
        };
}
