using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.VaultSecrets;

public static class Docfix006
{
    public const string Id = "DOCFIX-006";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "vault operator init is one-shot, and a redirect of stdout loses its keys",
            Heading = "appendix-A, Vault / secrets",
            Phases = ["phase-02"],
            Rung = "vault",
            Symptom =
                "the file that vault operator init was sent to is empty or unusable, and the five shares and the "
                + "root token are gone",
            FastConfirm = $"`grep -c '^Unseal Key' ~/vault-init/init.txt`: not 5",
            Cause =
                "> takes stdout alone, and init runs exactly once: a second one says that Vault is already "
                + "initialized, and gives no key",
            Fix =
            [
                new(
                    $"`vault operator init -key-shares=5 -key-threshold=3 2>&1 | tee "
                        + $"~/vault-init/init.txt` verbatim, the count of keys "
                        + $"gated on 5, the file kept off the host before anything else. Where the keys "
                        + $"are lost: stop and escalate",
                    Destroy
                ),
            ],
            DoNots = ["never improvise this command, and never run it again to see"],
            Proof = "the file has five shares and the root token, and is off the host",
            Trap = new()
            {
                Bites = new() { Words = ["* Vault is already initialized", "keys in the file: 0"] },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["it was initialized: never again", "keys in the file: 5, root token: 1"],
                },
                Rule = new(["vault"], $"none initializes", call => call.Arguments.Contains("init")),
            },
            NearMisses =
            [
                new(
                    "vault says that it is initialized, and nobody has the shares",
                    "somebody else initialized it and keeps them: ask before anything is lost",
                    "`vault operator init -status -address=http://127.0.0.1:8200`, on the vault unit: already "
                        + "initialized",
                    "initialise again: the TLS plane goes with it",
                    "appendix-A"
                ),
            ],
        };
}
