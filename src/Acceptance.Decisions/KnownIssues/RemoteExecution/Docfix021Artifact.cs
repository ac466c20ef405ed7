using Acceptance.Decisions.Traps;
using static System.StringComparison;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.RemoteExecution;

public static class Docfix021Artifact
{
    public const string Id = "DOCFIX-021-artifact";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "a charm action's human output corrupts the certificate that is captured from it",
            Heading = "appendix-A, Remote execution / scripting",
            Phases = ["phase-03"],
            Rung = "keystone",
            Symptom =
                "openssl \"Unable to load certificate\", keystone NO_CERTIFICATE_OR_CRL_FOUND, with a file that "
                + "looks like a PEM",
            FastConfirm = $"`head -1 ~/vault-root-ca.pem`: blanks before its dashes",
            Cause =
                "juju run prints an action's results as YAML, which indents the block; cut out by its markers it "
                + "keeps the indent, and an indented PEM is none",
            Fix =
            [
                new(
                    $"`juju run -m {Model} vault/leader get-root-ca --format json | jq -r 'first(.. | "
                        + $"strings | select(startswith(\"-----\")))' "
                        + $"> ~/vault-root-ca.pem`",
                    Observe
                ),
            ],
            DoNots = ["never take a secret or a certificate from an action's human output"],
            Proof = "openssl x509 reads the file, and every core address answers under it",
            Trap = new()
            {
                Bites = new() { Words = ["captured:  ", "ertificate"], Lacks = ["subject="] },
                Avoided = new() { Exit = 0, Words = ["captured:-----BEGIN CERTIFICATE-----", "subject="] },
                Rule = new(["juju"], $"each that runs something asks for JSON", IsForAReader),
            },
            NearMisses =
            [
                new(
                    "Unable to load certificate, of a file that was taken from an action",
                    "the file is whole and another authority's, or empty",
                    "`head -c 27 ca.pem | od -c | head -n 2`: indented or not, when it begins at all",
                    "strip blanks by hand: take it from the action's JSON",
                    "appendix-A"
                ),
            ],
        };

    /// <summary>
    /// What an action or a unit answers, and not as JSON; a single option of a charm is its bare value.
    /// </summary>
    private static bool IsForAReader(CalledProgram call) =>
        call.Arguments is ["run" or "exec" or "status", ..]
        && !call.Arguments.Any(word => word.EndsWith("json", Ordinal));
}
