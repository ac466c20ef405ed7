using static System.StringComparison;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.MagnumConductor;

public static class LP61
{
    public const string Id = "L-P6-1";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["L-P6-2"],
            Kind = KnownIssueKind.Trap,
            Title = "a flag in a unit's text is not yet a flag of the daemon",
            Heading = "appendix-A, Magnum conductor",
            Phases = ["phase-07"],
            Rung = "magnum",
            Symptom = "grep finds --config-dir in the systemd unit, and the conductor behaves as if it was never given",
            FastConfirm = $"`juju ssh -m {Model} {Victim} 'ps -ww -C magnum-conductor -o args'`: without the flag",
            Cause =
                "these packages start the daemon by an init script, which assembles the arguments from "
                + "/etc/default and ignores the unit's ExecStart",
            Fix =
            [
                new(
                    $"append the flag in /etc/default/magnum-conductor, `juju ssh -m {Model} {Victim} "
                        + $"'sudo systemctl restart magnum-conductor'`, "
                        + $"and read the command line of the process",
                    Mutate
                ),
            ],
            DoNots = ["never take a string in a unit file for what the daemon got"],
            Proof = "ps shows the flag on the running process",
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 0,
                    Words = ["the unit's text has the flag", "/usr/bin/magnum-conductor"],
                    Lacks =
                    [
                        "/usr/bin/python3 /usr/bin/magnum-conductor "
                            + "--config-file=/etc/magnum/magnum.conf "
                            + "--log-file=/var/log/magnum/magnum-conductor.log --config-dir "
                            + "/etc/magnum/drop-in.d",
                    ],
                },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["--log-file=/var/log/magnum/magnum-conductor.log --config-dir /etc/magnum/drop-in.d"],
                },
                Rule = new(["grep", "cat", "ps"], $"none reads a unit's text", call => call.Arguments.Any(IsOfAUnit)),
            },
            NearMisses =
            [
                new(
                    "a flag stands in the unit's text, and the daemon does not act on it",
                    "the daemon has it and was not restarted since, or it was never passed",
                    "`ps -ww -C magnum-conductor -o lstart,args`: the flag, and when it began",
                    "count a string in a unit's file for a proof",
                    "appendix-A"
                ),
            ],
        };

    private static bool IsOfAUnit(string word) =>
        word.Contains("systemd/", Ordinal) || word.EndsWith(".service", Ordinal);
}
