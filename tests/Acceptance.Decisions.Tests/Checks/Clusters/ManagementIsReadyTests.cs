using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
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
                null,
                "k8s on mgmt is not ready"
            ),
            Judged.Unknown("another line contains ready", () => Judge("high-availability: ready\n")),
            Judged.Unknown("an unrecognised word", () => Judge("cluster status: ready soon\n")),
            Judged.Unknown(
                "an error",
                () => Judge("Error: The node is not part of a Kubernetes cluster.\n"),
                says: "The node is not part"
            ),
            Judged.Unknown("nothing", () => Judge("")),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    /// <summary>The VM runs and k8s says ready before its API is asked: to start the VM is no cure.</summary>
    [Test]
    public void An_API_that_refuses_is_the_finding_and_names_no_entry()
    {
        var verdict = ManagementIsReady.Nodes.Judge(
            Facts.Sheet((ManagementFacts.Nodes, Facts.Unread<IReadOnlyList<Node>>(Unreadable.Refused, "it refuses")))
        );
        var finding = verdict.Should().BeOfType<Verdict.Broken>().Which.Findings.Single();
        (finding.Sentence.ToString(), finding.Entry).Should().Be(("it refuses", null));
    }

    private static Verdict Judge(string stdout) => ManagementIsReady.Judge("mgmt", Facts.Shell(stdout), Facts.Read);
}
