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
            Judged.Broken(
                "no feature was enabled by the bootstrap",
                () => Judge(NotReady + "network:                  disabled\ndns:                      disabled\n"),
                "mgmt",
                "DOCFIX-024",
                "network and dns are disabled"
            ),
            Judged.Broken(
                "a cold start: the features are enabled",
                () => Judge(NotReady + "network:                  enabled\ndns:                      disabled\n"),
                "mgmt",
                null,
                "takes up to 21 min"
            ),
            Judged.Broken(
                "ingress failed for want of the network: the block is there (N49)",
                () =>
                    Judge(
                        NotReady
                            + "network:                  disabled\ndns:                      disabled\n"
                            + "ingress:                  Failed to deploy Cilium Ingress, the error was: failed to "
                            + "enable ingress: cannot upgrade ck-network as it is not installed\n"
                    ),
                "mgmt",
                null
            ),
            Judged.Unknown("features without a status", () => Judge("network: disabled\ndns: disabled\n")),
            Judged.Unknown("another line contains ready", () => Judge("high-availability: ready\n")),
            Judged.Unknown("an unrecognised word", () => Judge("cluster status: ready soon\n")),
            Judged.Unknown(
                "an error",
                () => Judge("Error: The node is not part of a Kubernetes cluster.\n"),
                says: "The node is not part"
            ),
            Judged.Unknown("nothing", () => Judge("")),
        ];

    private const string NotReady = "cluster status:           not ready\n";

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
