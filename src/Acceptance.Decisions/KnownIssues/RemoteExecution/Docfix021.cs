using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.RemoteExecution;

public static class Docfix021
{
    public const string Id = "DOCFIX-021";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "an inner ssh or juju ssh reads the rest of the block that feeds the outer one",
            Heading = "appendix-A, Remote execution / scripting",
            Phases = ["phase-06", "phase-07"],
            Rung = "jumphost",
            Symptom =
                "a multi-line juju ssh/ssh ... bash -s or remote sudo block dies early or behaves as if truncated; "
                + "later commands in the heredoc never run",
            SeenBy = [JumphostRuns.ReadsNothing],
            FastConfirm = $"`juju ssh -m {Model} {Victim} true </dev/null` in the block: what follows it runs then",
            Cause =
                "an inner ssh/sudo/juju ssh (or any stdin reader) consumes the rest of the heredoc/pipe that was "
                + "feeding the outer command",
            Fix =
            [
                new(
                    "append </dev/null to every inner ssh, sudo and juju ssh; /dev/tty only where a call needs a "
                        + "prompt. What had not run yet is run by itself, never the whole block again",
                    Observe
                ),
            ],
            DoNots = ["never take a block's exit code 0 for its end: let its last line say that it ran"],
            Proof = "the block's last command has run",
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 0,
                    Words = ["the inner command ran"],
                    Lacks = ["the next command ran"],
                },
                Avoided = new() { Exit = 0, Words = ["the inner command ran", "the next command ran"] },
            },
            NearMisses =
            [
                new(
                    "a block that is sent over ssh ends early, with an error",
                    "a command of the block failed under set -e: a program's exit, and nothing was eaten",
                    "the exit code: a block that lost its input ends with 0, and `bash -x` shows the rest as never "
                        + "read",
                    "append </dev/null where a question is asked: that one needs the terminal",
                    "appendix-A"
                ),
            ],
        };
}
