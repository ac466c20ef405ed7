using Acceptance.Decisions.Traps;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.VaultSecrets;

public static class L4
{
    public const string Id = "L4";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "a key share given as an argument stands in the list of processes",
            Heading = "appendix-A, Vault / secrets",
            Phases = ["phase-02", "ops-restart-procedure"],
            Rung = "vault",
            Symptom =
                "vault operator unseal KEY: the share is in ps on the unit, in scrollback and in the shell's history",
            FastConfirm = $"`grep -c 'operator unseal .' ~/.bash_history`: more than 0",
            Cause = "an argument of a program is everybody's to read while it runs, and the shell keeps it afterwards",
            Fix =
            [
                new(
                    $"`juju ssh -m {Model} {Unit}`, then `VAULT_ADDR=http://127.0.0.1:8200 vault "
                        + $"operator unseal` with no argument: it "
                        + $"asks for the share, hidden. Rekey where a share was shown",
                    Mutate
                ),
            ],
            DoNots = ["never pass a share as an argument, not even in a variable"],
            Proof = "no process and no history has a share",
            Trap = new()
            {
                Bites = new() { Words = ["ps shows the share to everybody"] },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["Unseal Key (will be hidden):", "Sealed"],
                    Lacks = ["ps shows the share to everybody"],
                },
                Rule = new(["vault"], $"none has a share among its arguments", HasShare),
            },
            NearMisses =
            [
                new(
                    "an unseal is refused",
                    "the share was mistyped: it is asked for without being shown",
                    "`vault status -address=http://127.0.0.1:8200`, on the vault unit: Unseal Progress did not grow",
                    "type the share on the command line: every process list shows it",
                    "appendix-A"
                ),
            ],
        };

    private static bool HasShare(CalledProgram call) =>
        call.Arguments is ["operator", "unseal", ..] && call.Arguments.Skip(2).Any(word => !word.StartsWith('-'));
}
