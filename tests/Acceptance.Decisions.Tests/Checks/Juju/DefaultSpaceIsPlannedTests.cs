using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Juju;

public class DefaultSpaceIsPlannedTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept("the planned one", () => Judge("metal"), "into metal"),
            Judged.Broken("another", () => Judge("alpha"), "openstack", "default-space", "into alpha, not into metal"),
            Judged.Broken("none", () => Judge(""), "openstack", "default-space", "default-space is empty"),
            Judged.Unknown(
                "unread",
                () => Asked("metal", Facts.Unread<string>(Unreadable.TimedOut, "juju did not answer")),
                says: "juju did not answer"
            ),
            new Judged("a site that names none", () => Asked(null, Facts.Seen("alpha")), "not asked"),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(string space) => Asked("metal", Facts.Seen(space));

    private static Verdict Asked(string? planned, Reading<string> read) =>
        DefaultSpaceIsPlanned.Check.Judge(
            Facts.Sheet((JujuFacts.DefaultSpace, read)) with
            {
                Site = Facts.WholeSite with { Juju = Facts.Juju with { DefaultSpace = planned } },
            }
        );
}
