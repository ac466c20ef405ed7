using Acceptance.Decisions.Checks.Vault;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.FullCloudRestart;

public static class Restart3
{
    public const string Id = "restart-3";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["vault-sealed"],
            Kind = KnownIssueKind.Fault,
            Title = "Vault is sealed after a restart",
            Heading = "ops-restart-procedure, stage 3; appendix-A L4",
            Phases = ["phase-02", "restart"],
            Rung = "vault",
            Symptom = "vault status reads Sealed true: Vault stores in MySQL and always restarts sealed",
            SeenBy = [VaultIsUnsealed.Check],
            FastConfirm = $"`juju ssh {Unit} 'VAULT_ADDR=http://127.0.0.1:8200 vault status'`: Sealed true",
            Shows = @"^Sealed\s+true",
            Cause = "Vault always restarts sealed; the manual 3-of-5 unseal is the standard",
            Fix =
            [
                new(
                    $"`juju ssh {Unit} 'VAULT_ADDR=http://127.0.0.1:8200 vault operator unseal'` three times, a share "
                        + $"at each hidden prompt (never in an argument)",
                    Mutate
                )
                {
                    Answers = "sed -n 's/^Unseal Key [0-9]*: //p' ~/vault-init/init.txt | head -n 3",
                },
            ],
            DoNots = ["missing shares: stop and escalate; never re-init (it wipes the TLS plane)"],
            Proof = "vault status reads Sealed false",
            Faults = ["vault-sealed"],
        };
}
