using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.VaultSecrets;

public static class R3
{
    public const string Id = "R3";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.LookAlike,
            Title = "\"HA Enabled false\" is right for one Vault on MySQL",
            Heading = "appendix-A, Vault / secrets",
            Phases = ["phase-02"],
            Rung = "vault",
            Symptom = "vault status: HA Enabled false",
            FastConfirm =
                $"`juju ssh -m {Model} vault/0 'VAULT_ADDR=http://127.0.0.1:8200 vault status'`: Storage Type mysql",
            Cause = "one unit on the mysql backend is not HA by design; etcd was dropped",
            Fix = [new($"nothing: it is as it should be", Observe)],
            DoNots = ["never look for the etcd backend that an older text names"],
            Proof = "Initialized true, Sealed false, Storage Type mysql, HA Enabled false",
            LooksLike = new()
            {
                Exit = 0,
                Words =
                [
                    "Initialized     true",
                    "Sealed          false",
                    "Storage Type    mysql",
                    "HA Enabled      false",
                ],
            },
            NearMisses =
            [
                new(
                    "since ha_enabled was set to true every vault unit is standby",
                    "high availability was turned on for a store that was made without it",
                    "`vault status -address=http://127.0.0.1:8200`, on the vault units: Storage Type mysql, HA "
                        + "Enabled true, and no active node",
                    "keep it: ha_enabled goes back to false",
                    "N70"
                ),
            ],
        };
}
