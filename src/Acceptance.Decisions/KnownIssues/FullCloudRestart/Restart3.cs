using Acceptance.Decisions.Checks.Juju;
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
            Consequences =
            [
                .. Follows.Seen(Id, "every unit of Vault says that it is unsealed", EveryUnitIsAsExpected.States),
                .. Follows.ClusterIsNotMade("Magnum gives another reason than certificates"),
            ],
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
            NearMisses =
            [
                new(
                    "every vault unit is unsealed and standby, and no node is active",
                    "no unit gets the lock in MySQL",
                    "on each vault unit: `vault status -address=http://127.0.0.1:8200`: Sealed false, HA Mode "
                        + "standby everywhere",
                    "unseal again: look at the lock in MySQL",
                    "N69"
                )
                {
                    IsRead = true,
                },
                new(
                    "two vault units call themselves active after MySQL came back",
                    "the former leader lost its lock and hangs; the standby took over",
                    "on each vault unit: `curl -s http://127.0.0.1:8200/v1/sys/leader`: is_self is true on two "
                        + "units",
                    "look for a seal: restart the unit that hangs, then unseal it",
                    "N72"
                )
                {
                    IsRead = true,
                },
                new(
                    "Error checking leader status, Code: 500, sql: no rows in result set",
                    "the table of the lock or of the store is empty or unreadable",
                    "on each vault unit: `vault status -address=http://127.0.0.1:8200; echo $?`: 1 is an "
                        + "error, 2 would be sealed; HTTP 500, not 503",
                    "unseal, and never initialise again: it could not be asked, which is not sealed",
                    "N73"
                )
                {
                    IsRead = true,
                },
                new(
                    "all units are sealed and no host was restarted, right after a charm refresh",
                    "the entry in other words: the refresh changed the snap's channel, and vault restarted",
                    "on each vault unit: `snap changes vault; uptime -p`: a refresh, and a long uptime",
                    "look for a restart of a host: unseal, and expect it at each refresh that changes the channel",
                    "N75"
                )
                {
                    IsTheEntry = true,
                },
            ],
        };
}
