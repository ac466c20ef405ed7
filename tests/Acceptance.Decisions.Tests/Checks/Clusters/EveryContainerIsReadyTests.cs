using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class EveryContainerIsReadyTests
{
    private static readonly Dictionary<string, string> Addons = new()
    {
        ["CoreDNS"] = "^coredns",
        ["Calico"] = "^calico",
    };

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "all ready",
                () => Judge(Facts.Pod("a"), Facts.Pod("b", "Running", Facts.Container(), Facts.Container("side"))),
                "3 containers of 2 pods"
            ),
            Judged.Kept(
                "a finished job beside them",
                () => Judge(Facts.Pod("a"), Facts.Pod("job", "Succeeded", Facts.Container(ready: false)))
            ),
            Judged.Broken(
                "a crash loop that reads Running",
                () =>
                    Judge(
                        Facts.Pod("a"),
                        Facts.Pod("b", "Running", Facts.Container("ccm", false, 7, "CrashLoopBackOff"))
                    ),
                "b",
                "crash-loop",
                "kube-system/b is Running, but its container ccm is not ready: CrashLoopBackOff, restarted 7 times"
            ),
            Judged.Broken(
                "the second container of a pod",
                () => Judge(Facts.Pod("b", "Running", Facts.Container(), Facts.Container("side", false))),
                "b",
                null,
                "side is not ready: no reason given"
            ),
            Judged.Broken(
                "a pending pod",
                () => Judge(Facts.Pod("a"), Facts.Pod("b", "Pending")),
                "b",
                null,
                "kube-system/b is Pending"
            ),
            Judged.Broken("a failed pod", () => Judge(Facts.Pod("b", "Failed")), "b", null),
            Judged.Kept(
                "an evicted pod that is only listed",
                () => Judge(Facts.Pod("a"), Tombstone("b")),
                "not counted, because they have ended and are only listed: kube-system/b (Evicted)"
            ),
            Judged.Unknown("evicted pods only", () => Judge(Tombstone("b"))),
            Judged.Broken(
                "a pod that says another reason",
                () =>
                    Judge(Facts.Pod("a"), Facts.Pod("b", "Failed") with { Reason = State<PodReason>.Read("OutOfcpu") }),
                "b",
                null
            ),
            Judged.Kept(
                "an addon's evicted pod beside the one that replaced it",
                () => AddonsOf(Facts.Pod("coredns-1"), Tombstone("coredns-0"), Facts.Pod("calico-1")),
                "run"
            ),
            Judged.Broken(
                "an addon of which only an evicted pod is left",
                () => AddonsOf(Tombstone("coredns-0"), Facts.Pod("calico-1")),
                "CoreDNS",
                null
            ),
            Judged.Broken("a phase of which nothing is said", () => Judge(Facts.Pod("b", "")), "b", null),
            Judged.Broken(
                "running, and nothing said of its containers",
                () => Judge(Facts.Pod("b") with { Containers = [] }),
                "b",
                null
            ),
            Judged.Unknown("no pod", () => Judge()),
            Judged.Unknown("finished pods only", () => Judge(Facts.Pod("job", "Succeeded"))),
            Judged.Kept(
                "the addons run",
                () => AddonsOf(Facts.Pod("coredns-1"), Facts.Pod("calico-1"), Facts.Pod("other", "Pending")),
                "CoreDNS, Calico run"
            ),
            Judged.Broken(
                "an addon is missing",
                () => AddonsOf(Facts.Pod("coredns-1"), Facts.Pod("not-calico")),
                "Calico",
                null,
                "no pod of Calico is there"
            ),
            Judged.Broken(
                "an addon is pending",
                () => AddonsOf(Facts.Pod("coredns-1", "Pending"), Facts.Pod("calico-1")),
                "coredns-1",
                null,
                "CoreDNS: kube-system/coredns-1 is Pending"
            ),
            Judged.Broken(
                "an addon crashes",
                () =>
                    AddonsOf(
                        Facts.Pod("coredns-1"),
                        Facts.Pod("calico-1", "Running", Facts.Container(ready: false, waiting: "CrashLoopBackOff"))
                    ),
                "calico-1",
                "crash-loop"
            ),
            Judged.Unknown("no pod for the addons", () => AddonsOf()),
            Judged.Kept(
                "no restart in the window",
                () => Still([Restarted(3)], [Restarted(3)]),
                "no container restarted within 5 min"
            ),
            Judged.Kept(
                "a pod made in the window",
                () => Still([Restarted(3)], [Restarted(3), Facts.Pod("new", "Running", Facts.Container(restarts: 1))])
            ),
            Judged.Broken(
                "a restart in the window",
                () => Still([Restarted(3)], [Restarted(4)]),
                "ccm",
                "crash-loop",
                "restarted within 5 min (now 4 times"
            ),
            Judged.Unknown("no container before", () => Still([], [Restarted(4)])),
            Judged.Unknown("no container after", () => Still([Restarted(3)], [])),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void The_last_end_of_a_container_is_told() =>
        Still(
            [Restarted(3)],
            [
                Facts.Pod(
                    "ccm",
                    "Running",
                    Facts.Container(restarts: 4) with
                    {
                        LastTerminationReason = TerminationReason.OutOfMemory,
                    }
                ),
            ]
        )
            .Sentence.ToString()
            .Should()
            .Contain("last ended by OOMKilled");

    private static Pod Tombstone(string name) =>
        Facts.Pod(name, "Failed") with
        {
            Containers = [],
            Reason = PodReason.Evicted,
        };

    private static Pod Restarted(int times) => Facts.Pod("ccm", "Running", Facts.Container(restarts: times));

    private static Verdict Judge(params Pod[] pods) => EveryContainerIsReady.Judge(pods, Facts.Read);

    private static Verdict AddonsOf(params Pod[] pods) => EveryContainerIsReady.JudgeAddons(pods, Addons, Facts.Read);

    private static Verdict Still(Pod[] before, Pod[] after) =>
        EveryContainerIsReady.JudgeStill(before, after, TimeSpan.FromMinutes(5), Facts.Read);
}
