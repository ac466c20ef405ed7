using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class LoadBalancersServeTests
{
    private const string Entry = "LB-failover";

    public static Judged[] Cases =>
        [
            Judged.Kept("the platform's serve", () => Judge(Facts.Balancer()), "1 load balancers of the platform"),
            Judged.Kept(
                "a tenant's is offline",
                () => Judge(Facts.Balancer("web", operating: "OFFLINE")),
                "none of the other 1"
            ),
            Judged.Kept("a tenant's is busy", () => Judge(Facts.Balancer("web", "PENDING_UPDATE"))),
            Judged.Broken(
                "the platform's in ERROR while ONLINE",
                () => Judge(Facts.Balancer(provisioning: "ERROR")),
                "id-k8s-api",
                Entry,
                "is ERROR while it reads ONLINE"
            ),
            Judged.Broken(
                "the platform's degraded",
                () => Judge(Facts.Balancer(operating: "DEGRADED")),
                "id-k8s-api",
                null
            ),
            Judged.Broken(
                "the platform's members are down: a new amphora would find them so too",
                () => Judge(Facts.Balancer(operating: "ERROR")),
                "id-k8s-api",
                null,
                "is ACTIVE while it reads ERROR"
            ),
            Judged.Broken(
                "the platform's busy",
                () => Judge(Facts.Balancer(provisioning: "PENDING_UPDATE")),
                "id-k8s-api",
                null
            ),
            Judged.Broken(
                "a tenant's in ERROR",
                () => Judge(Facts.Balancer(), Facts.Balancer("web", "ERROR")),
                "id-web",
                Entry
            ),
            Judged.Broken("an unrecognised word", () => Judge(Facts.Balancer("web", "FINE")), "id-web", null),
            Judged.Broken("no word", () => Judge(Facts.Balancer(operating: "")), "id-k8s-api", null),
            Judged.Unknown(
                "not read at all",
                () =>
                    Facts
                        .Unread<IReadOnlyList<LoadBalancer>>(Acceptance.Cloud.Unreadable.TimedOut)
                        .Judge((_, _) => Judge())
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params LoadBalancer[] all) =>
        LoadBalancersServe.Judge(all, new() { Platform = ["^k8s-"] }, Facts.Read);
}
