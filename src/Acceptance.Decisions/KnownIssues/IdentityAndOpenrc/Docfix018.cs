using static System.StringComparison;
using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.IdentityAndOpenrc;

public static class Docfix018
{
    public const string Id = "DOCFIX-018";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "a name in OS_AUTH_URL leads nowhere on a cloud that has none",
            Heading = "appendix-A, Identity / openrc",
            Phases = ["phase-03"],
            Rung = "keystone",
            Symptom =
                "curl: (6) Could not resolve host, or the client's own words for it, from an openrc with a name "
                + "in OS_AUTH_URL",
            FastConfirm = $"`grep OS_AUTH_URL ~/admin-openrc`: a name where the address should stand",
            Cause =
                "the cloud is known by addresses only: no DNS serves its names, and the certificates "
                + "name the addresses",
            Fix =
            [
                new(
                    $"set OS_AUTH_URL to the public address of Keystone and OS_CACERT to Vault's root "
                        + $"certificate: `grep -E '^export (OS_AUTH_URL|OS_CACERT)=' ~/admin-openrc`",
                    Observe
                ),
            ],
            DoNots = ["never help it with /etc/hosts: the certificate does not name it"],
            Proof = "Keystone issues a token by the openrc as it stands",
            Trap = new()
            {
                Bites = new() { Exit = 6, Words = ["curl: (6)", "Could not resolve host"] },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["\"version\""],
                    Lacks = ["Could not resolve host"],
                },
                Rule = new(["curl"], $"none asks a name", call => call.Arguments.Any(IsOfAName)),
            },
            NearMisses =
            [
                new(
                    "CAPO: x509: certificate signed by unknown authority, and the same address verifies on the "
                        + "jumphost",
                    "the authority that the jumphost knows is not in the cluster's cloud secret",
                    "`kubectl get secrets --all-namespaces -o json | jq -r '.items[] | "
                        + "select(.data.\"clouds.yaml\") | [.metadata.namespace, .metadata.name, (.data | "
                        + "has(\"cacert\"))] | @tsv'`: no key cacert",
                    "write verify: false: put the authority into the secret",
                    "N33"
                ),
            ],
        };

    private static bool IsOfAName(string word) =>
        word.StartsWith("https://", Ordinal) && word.Length > 8 && char.IsAsciiLetter(word[8]);
}
