using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.VaultSecrets;

public static class Docfix014
{
    public const string Id = "DOCFIX-014";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "an authorized Vault without a root CA stays blocked",
            Heading = "appendix-A, Vault / secrets",
            Phases = ["phase-02"],
            Rung = "vault",
            Symptom = "after authorize-charm, vault stays blocked: Missing CA cert",
            FastConfirm = $"`juju status -m {Model} vault`: blocked for want of a certificate",
            Cause = "nobody made a root CA: authorizing makes none",
            Fix = [new($"`juju run -m {Model} vault/leader generate-root-ca`", Mutate)],
            DoNots = ["never run it where an authority stands: every certificate hangs from it"],
            Proof = "the unit is active",
            Trap = new()
            {
                Bites = new() { Words = ["Missing CA cert"] },
                Avoided = new() { Words = ["Unit is ready"], Lacks = ["Missing CA cert"] },
                Rule = new(["juju"], $"none touches Vault's authority", call => call.Arguments.Any(IsOfTheAuthority)),
            },
            NearMisses =
            [
                new(
                    "vault is blocked after authorize-charm",
                    "it is sealed, or the authorization failed; Missing CA cert alone is this entry",
                    $"`juju status -m {Model} vault --format=json | jq -r "
                        + $"'.applications.vault.units[].\"workload-status\".message'`: the message",
                    "deploy it again",
                    "appendix-A"
                ),
            ],
        };

    private static bool IsOfTheAuthority(string word) => word is "disable-pki" or "upload-signed-csr";
}
