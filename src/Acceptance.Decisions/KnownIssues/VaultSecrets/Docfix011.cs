using static System.StringComparison;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.VaultSecrets;

public static class Docfix011
{
    public const string Id = "DOCFIX-011";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "the parameter of authorize-charm is token",
            Heading = "appendix-A, Vault / secrets",
            Phases = ["phase-02"],
            Rung = "vault",
            Symptom = "authorize-charm is refused: \"token\" property is missing and required",
            FastConfirm = $"`juju actions -m {Model} vault --schema`: authorize-charm takes token",
            Cause = "the charm takes a token itself; token-secret-id is another revision's",
            Fix =
            [
                new(
                    $"run authorize-charm with a short-lived child token as its token (`vault token "
                        + $"create -ttl=10m` on the unit): juju "
                        + $"keeps an action's parameters",
                    Mutate
                ),
            ],
            DoNots = ["never give it the root token, which the operation log would keep"],
            Proof = "the unit no longer asks to be authorized",
            Trap = new()
            {
                Bites = new() { Words = ["\"token\" property is missing and required"] },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["authorize-charm", "token:"],
                    Lacks = ["missing and required"],
                },
                Rule = new(
                    ["juju"],
                    $"none gives a parameter that the charm does not know",
                    call => call.Arguments.Any(IsAnothers)
                ),
            },
            NearMisses =
            [
                new(
                    "authorize-charm is refused",
                    "the token is over, and the parameter has the right name",
                    $"`juju actions -m {Model} vault --schema`: token is its name; permission denied is the token",
                    "pass a root token, but a short-lived child",
                    "appendix-A"
                ),
            ],
        };

    private static bool IsAnothers(string word) => word.StartsWith("token-secret-id", Ordinal);
}
