using Acceptance.Decisions.Checks.Hosts;
using static System.StringComparison;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.MagnumConductor;

public static class Docfix035
{
    public const string Id = "DOCFIX-035";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "helm is on a login shell's PATH and not on the conductor's",
            Heading = "appendix-A, Magnum conductor",
            Phases = ["phase-07"],
            Rung = "magnum",
            Symptom = "cluster create errors on a helm invocation, yet command -v helm in a juju ssh shell finds it",
            SeenBy = [ConductorFindsHelm.Check],
            FastConfirm =
                $"`juju ssh -m {Model} {Victim} \"env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -c "
                + $"'command -v helm'\"`: nothing",
            Cause = "the init script's PATH leaves out /usr/local/bin, where the tarball's binary lands",
            Fix =
            [
                new(
                    $"`juju ssh -m {Model} {Victim} 'sudo ln -sf /usr/local/bin/helm /usr/bin/helm'`, "
                        + $"then look again as the daemon does",
                    Mutate
                ),
            ],
            DoNots = ["never prove it in a login shell"],
            Proof = "with the daemon's PATH, command -v helm prints /usr/bin/helm",
            Trap = new()
            {
                Bites = new() { Words = ["/usr/local/bin/helm", "the login shell finds it", "the daemon does not"] },
                Avoided = new() { Exit = 0, Words = ["/usr/bin/helm", "v3."] },
                Rule = new(
                    ["juju"],
                    $"none looks for helm in a login shell",
                    call => call.Arguments.Any(IsOfALoginShell)
                ),
            },
            NearMisses =
            [
                new(
                    "the conductor: FileNotFoundError: No such file or directory: 'helm', for clusters with "
                        + "auto_scaling_enabled alone",
                    "the entry in other words, for a driver that needs helm for its autoscaler only",
                    "`env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -c 'command -v helm'`, on the conductor: nothing",
                    "call helm well because other clusters are made",
                    "N108"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "helm runs and says: Kubernetes cluster unreachable, http://localhost:8080/version, connection "
                        + "refused",
                    "helm was found and has no kubeconfig in the service's own environment",
                    "localhost:8080 is what helm asks without a kubeconfig; `grep -rn kubeconfig_file "
                        + "/etc/magnum/`, on the conductor",
                    "make the symlink or look at the management VM: kubeconfig_file of [capi_helm], and whether "
                        + "that file is read (D-037)",
                    "N109"
                )
                {
                    IsRead = true,
                },
            ],
        };

    private static bool IsOfALoginShell(string text) =>
        text.Contains("command -v helm", Ordinal) && !text.Contains("env -i", Ordinal);
}
