using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class ClusterIsGoneTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept("Magnum does not find it", () => Judge(Facts.Unread<MagnumCluster>(Unreadable.NotFound))),
            Judged.Broken("Magnum still lists it", () => Judge(Facts.Seen(Facts.Cluster)), "edge-1", "stuck-delete"),
            Judged.Unknown("Magnum did not answer", () => Judge(Facts.Unread<MagnumCluster>(Unreadable.TimedOut))),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(Reading<MagnumCluster> now) => ClusterIsGone.Judge(new("edge-1", now));
}
