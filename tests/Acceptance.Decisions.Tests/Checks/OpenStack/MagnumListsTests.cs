using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class MagnumListsTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept(
                "an empty list is an answer",
                () => Judge(Facts.Seen<IReadOnlyList<MagnumCluster>>([])),
                "0 clusters"
            ),
            Judged.Broken(
                "it does not answer",
                () => Judge(Facts.Unread<IReadOnlyList<MagnumCluster>>(Unreadable.ServerError)),
                "magnum",
                null
            ),
            Judged.Unknown(
                "it is not emulated",
                () => Judge(Facts.Unread<IReadOnlyList<MagnumCluster>>(Unreadable.NotEmulated))
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(Reading<IReadOnlyList<MagnumCluster>> clusters) =>
        MagnumLists.Check.Judge(Facts.Sheet((MagnumFacts.Clusters, clusters)));
}
