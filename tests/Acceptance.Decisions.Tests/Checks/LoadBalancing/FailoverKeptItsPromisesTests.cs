using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.LoadBalancing;

public class FailoverKeptItsPromisesTests
{
    private const string Entry = "LB-failover";

    private static readonly LoadBalancer Before = Facts.Balancer();

    public static Judged[] Cases =>
        [
            Judged.Kept("active again, online throughout", () => Balancer(Before, "ONLINE", "ONLINE")),
            Judged.Broken(
                "not active",
                () => Balancer(Before with { Provisioning = ProvisioningStatus.Error }, "ONLINE"),
                "id-k8s-api",
                Entry,
                "is ERROR after the failover"
            ),
            Judged.Broken(
                "left ONLINE on the way",
                () => Balancer(Before, "ONLINE", "DEGRADED", "ONLINE"),
                "id-k8s-api",
                Entry,
                "read DEGRADED during"
            ),
            Judged.Broken(
                "left ONLINE at the end",
                () => Balancer(Before with { Operating = OperatingStatus.Offline }, "ONLINE"),
                "id-k8s-api",
                Entry,
                "read OFFLINE"
            ),
            Judged.Broken(
                "another VIP",
                () => Vip(Before with { VipAddress = "198.51.100.10" }),
                "id-k8s-api",
                Entry,
                "the VIP was 198.51.100.9 and is 198.51.100.10"
            ),
            Judged.Broken(
                "another VIP port",
                () => Vip(Before with { VipPortId = "port-10" }),
                "id-k8s-api",
                Entry,
                "the VIP port was port-9"
            ),
            Judged.Kept("VIP and port stayed", () => Vip(Before), "the ones that k8s-api had"),
            Judged.Unknown("nobody looked meanwhile", () => Balancer(Before)),
            Judged.Kept("the floating IP stayed", () => FloatingIp("192.0.2.1", "192.0.2.1")),
            Judged.Broken(
                "another floating IP",
                () => FloatingIp("192.0.2.1", "192.0.2.2"),
                "api",
                Entry,
                "was 192.0.2.1 and is 192.0.2.2"
            ),
            Judged.Broken("no floating IP any more", () => FloatingIp("192.0.2.1", null), "api", Entry, "is none"),
            Judged.Unknown("no floating IP before", () => FloatingIp(null, "192.0.2.1")),
            Judged.Kept("another amphora", () => Amphorae(["a"], ["b"]), "the amphora a was replaced by b"),
            Judged.Broken("the same amphora", () => Amphorae(["a"], ["a"]), "api", Entry, "nothing was replaced"),
            Judged.Broken("one of two is the same", () => Amphorae(["a", "b"], ["c", "b"]), "api", Entry),
            Judged.Unknown("no amphora before", () => Amphorae([], ["b"]), says: "before the failover no amphora"),
            Judged.Unknown("no amphora after", () => Amphorae(["a"], []), says: "after the failover no amphora"),
            Judged.Kept("no blip", () => Blip(true, true, true), "blip was 0 s (3 questions)"),
            Judged.Kept(
                "a blip as long as the budget",
                () => Blip([true, .. Enumerable.Repeat(false, 60), true]),
                "blip was 60 s"
            ),
            Judged.Broken(
                "a second longer",
                () => Blip([true, .. Enumerable.Repeat(false, 61), true]),
                "api",
                "D-011.4-blip",
                "did not answer for 61 s, the budget is 60 s"
            ),
            Judged.Broken(
                "never answered, though not for long",
                () => Blip(false, false),
                "api",
                Entry,
                "did not come back"
            ),
            Judged.Broken("still dark at the end", () => Blip(true, true, false), "api", Entry, "did not come back"),
            Judged.Unknown("asked once", () => Blip(true)),
            Judged.Kept("the same nodes", () => Untouched(["a", "b"], ["b", "a"]), "2 nodes unchanged"),
            Judged.Broken("a node is gone", () => Untouched(["a", "b"], ["a"]), "b", Entry, "gone b, new none"),
            Judged.Broken("a node is new", () => Untouched(["a"], ["a", "c"]), "c", Entry, "gone none, new c"),
            Judged.Unknown("no nodes before", () => Untouched([], [])),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Vip(LoadBalancer after) => FailoverKeptItsPromises.JudgeVip(Before, after, Facts.Read);

    private static Verdict Balancer(LoadBalancer after, params string[] seen) =>
        FailoverKeptItsPromises.JudgeBalancer(Before, after, [.. seen.Select(State<OperatingStatus>.Read)], Facts.Read);

    private static Verdict FloatingIp(string? before, string? after) =>
        FailoverKeptItsPromises.JudgeFloatingIp(before, after, "api", Facts.Read);

    private static Verdict Amphorae(string[] before, string[] after) =>
        FailoverKeptItsPromises.JudgeAmphorae(before, after, "api", Facts.Read);

    private static Verdict Untouched(string[] before, string[] after) =>
        FailoverKeptItsPromises.JudgeUntouched("nodes", before, after, Facts.Read);

    private static Verdict Blip(params bool[] answered) =>
        FailoverKeptItsPromises.JudgeBlip(
            new ProbeLog([.. answered.Select((it, index) => (Facts.Now.AddSeconds(index), it))]),
            TimeSpan.FromSeconds(60),
            "api",
            Facts.Read
        );
}
