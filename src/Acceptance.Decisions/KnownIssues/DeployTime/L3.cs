using static System.StringComparison;
using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.DeployTime;

public static class L3
{
    public const string Id = "L3";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "the guard of the VIPs reads the first address of each pair alone",
            Heading = "appendix-A, Deploy-time",
            Phases = ["phase-01"],
            Rung = "vips",
            Symptom = "the guard counts eleven provider VIPs and none stale, and a metal VIP lies outside of its block",
            FastConfirm =
                $"`grep -oE 'vip: [0-9. ]+' ~/bundle.yaml`: a second address that is not the first one's pair",
            Cause = "each vip: is a pair, provider and metal, and the guard's pattern ends after the first",
            Fix =
            [
                new(
                    $"correct the second address in the bundle, and read both: `grep -oE 'vip: [0-9.]+ "
                        + $"[0-9.]+' ~/bundle.yaml`",
                    Observe
                ),
            ],
            DoNots = ["never take the provider side for both"],
            Proof = "every pair ends in the same number, clear of the metal infrastructure",
            Trap = new()
            {
                Bites = new() { Words = ["no VIP of the provider block: 0"] },
                Avoided = new() { Words = ["not the first one's pair: 1"] },
                Rule = new(
                    ["grep"],
                    $"none takes one address of a pair for both",
                    call => call.Arguments.Any(IsHalfAPair)
                ),
            },
            NearMisses =
            [
                new(
                    "the check of the provider side passes, and a service answers on one side only",
                    "the second address of the pair is wrong or held by another; the first is right",
                    "`openstack endpoint list --interface internal -f value -c URL`: the internal side, address by "
                        + "address",
                    "read the first word of each vip alone",
                    "appendix-A"
                ),
            ],
        };

    private static bool IsHalfAPair(string pattern) =>
        pattern.StartsWith("vip:", Ordinal) && !pattern.Trim()[4..].Trim().Contains(' ', Ordinal);
}
