using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.MagnumConductor;

public static class D037
{
    public const string Id = "D-037";

    private const string Unless = "the conductor's own command line has the directory";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "conductor config-dir injection, not a systemd ExecStart drop-in",
            Heading = "appendix-A, Magnum conductor",
            Phases = ["phase-07"],
            Rung = "magnum",
            Symptom =
                "the [capi_helm] conf.d drop-in is ignored; the conductor behaves as if it was never written, even "
                + "though a systemd drop-in looks applied",
            SeenBy = [ConductorReadsItsSettings.Check],
            FastConfirm = $"`juju ssh -m {Model} {Unit} 'ps -ww -C magnum-conductor -o args'`: without --config-dir",
            Shows = "magnum-conductor(?!.*--config-dir)",
            Cause =
                "these packages start the daemon by an init script, which ignores what a unit of systemd appends; the "
                + "flag comes from /etc/default/magnum-conductor alone, and a later hook of the charm may write over "
                + "that file",
            Consequences =
            [
                .. Follows.ClusterIsNotMade(Unless),
                .. Follows.Red(Unless, ClusterIsComplete.Health, HealthReadsAsExpected.Check),
            ],
            Fix =
            [
                new(
                    $"`juju ssh -m {Model} {Unit} \"echo 'DAEMON_ARGS=\\\"\\$DAEMON_ARGS --config-dir "
                        + $"/etc/magnum/magnum.conf.d\\\"' | sudo tee -a /etc/default/magnum-conductor\"`",
                    Mutate
                ),
                new(
                    $"`juju ssh -m {Model} {Unit} 'sudo systemctl restart magnum-conductor'`, and read the command "
                        + $"line of the process again; again after each upgrade of the charm",
                    Mutate
                ),
            ],
            DoNots = ["do not append the flag in a drop-in of systemd: it shows in the unit's text, and nowhere else"],
            Proof = "ps shows --config-dir on every running conductor",
            Faults = ["D-037", "D-037-overwritten"],
            NearMisses =
            [
                new(
                    "/etc/default/magnum-conductor has lost the line, and Magnum reads [capi_helm]",
                    "a hook wrote over the file after the process had started: the next start loses the flag",
                    "`ps -ww -C magnum-conductor -o args`: --config-dir is there still",
                    "restart the conductor before the line is appended again",
                    "appendix-A"
                ),
                new(
                    "the conductor ignores [capi_helm], and its arguments are right",
                    "the file is not readable for the service, or has another section",
                    "`ps -ww -C magnum-conductor -o args`: --config-dir is there, so it is the file",
                    "write a systemd drop-in: the init script reads DAEMON_ARGS alone",
                    "appendix-A"
                ),
            ],
        };
}
