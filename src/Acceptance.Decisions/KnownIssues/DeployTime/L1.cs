using static System.StringComparison;
using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.DeployTime;

public static class L1
{
    public const string Id = "L1";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "a count of nothing ends a block under set -e",
            Heading = "appendix-A, Deploy-time",
            Phases = ["phase-01"],
            Rung = "jumphost",
            Symptom = "a verify block ends before its gate, with exit 1 and not a word, where it should have counted 0",
            FastConfirm = $"`bash -c 'grep -c nothing /etc/hostname; echo $?'`: 0, and exit 1",
            Cause =
                "grep -c that counts 0 is a valid answer, and exits 1; set -e takes it for a failure (bash -n "
                + "does not see it)",
            Fix = [new($"take `set -e` out of blocks that count, and end each count with || true", Observe)],
            DoNots = ["never read a block's silence as a gate that was passed"],
            Proof = "the block's gate prints its count",
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 1,
                    Words = [],
                    Lacks = ["lost agents"],
                },
                Avoided = new() { Exit = 0, Words = ["lost agents: 0"] },
                Rule = new(
                    ["bash", "sh"],
                    $"none ends at the first program that counts nothing",
                    call => call.Arguments.Any(EndsEarly)
                ),
            },
            NearMisses =
            [
                new(
                    "a block of counts ends in its middle",
                    "grep counted 0, which is an answer and an exit code of 1",
                    "`grep -c x /dev/null; echo $?`: 0 and 1, which set -e takes for a failure",
                    "take the count for an error of the cloud",
                    "appendix-A"
                ),
            ],
        };

    private static bool EndsEarly(string text) => text.Contains("set -e", Ordinal);
}
