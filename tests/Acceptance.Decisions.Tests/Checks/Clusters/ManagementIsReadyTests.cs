using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class ManagementIsReadyTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept(
                "ready",
                () => Judge("cluster status:           ready\ncontrol plane nodes:      192.0.2.40:6400 (voter)\n")
            ),
            Judged.Broken(
                "not ready contains ready",
                () => Judge("cluster status:           not ready\n"),
                "mgmt",
                "D-041",
                "k8s on mgmt is not ready"
            ),
            Judged.Unknown("another line contains ready", () => Judge("high-availability: ready\n"), "D-041"),
            Judged.Unknown("an unrecognised word", () => Judge("cluster status: ready soon\n"), "D-041"),
            Judged.Unknown(
                "an error",
                () => Judge("Error: The node is not part of a Kubernetes cluster.\n"),
                "D-041",
                "The node is not part"
            ),
            Judged.Unknown("nothing", () => Judge(""), "D-041"),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(string stdout) => ManagementIsReady.Judge("mgmt", Facts.Shell(stdout), Facts.Read);
}
