using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.LoadBalancing;

public class BothPodsAnswerTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept(
                "both answered",
                () => BothPodsAnswer.Judge(["a", "b", "a"], ["a", "b"], "edge-1", Facts.Read),
                "3 answers, 2 from a, 1 from b"
            ),
            Judged.Broken(
                "one answered alone",
                () => BothPodsAnswer.Judge(["a", "a"], ["a", "b"], "edge-1", Facts.Read),
                "edge-1",
                "round-robin-one-pod",
                "2 answers came from a, none from b"
            ),
            Judged.Broken(
                "a stranger answered too",
                () => BothPodsAnswer.Judge(["a", "b", "c"], ["a", "b"], "edge-1", Facts.Read),
                "the Service",
                "D-011.4",
                "c answered, which is no pod"
            ),
            Judged.Unknown("no answer", () => BothPodsAnswer.Judge([], ["a", "b"], "edge-1", Facts.Read)),
            Judged.Unknown(
                "one pod has nothing to share",
                () => BothPodsAnswer.Judge(["a"], ["a"], "edge-1", Facts.Read)
            ),
            Judged.Kept("made by the controller", () => Maker("kube_service_edge-1_default_web"), "stands behind"),
            Judged.Broken("made by hand", () => Maker("web-lb"), "web-lb", "DOCFIX-040-phase-08", "did not name"),
        ];

    private static Verdict Maker(string balancer) =>
        BothPodsAnswer.JudgeMaker(new([], [], balancer, "192.0.2.7", "edge-1"), Facts.Read);

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();
}
