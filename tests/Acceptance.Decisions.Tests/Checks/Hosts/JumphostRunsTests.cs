using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class JumphostRunsTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept("it runs what it is asked", () => Judge(Facts.Seen(Facts.Shell("")))),
            Judged.Broken(
                "its shell is broken",
                () => Judge(Facts.Seen(Facts.Shell("", 127, "no such file"))),
                "the jumphost",
                null,
                "exit 127: no such file"
            ),
            Judged.Broken(
                "it does not answer",
                () => Judge(Facts.Unread<ShellAnswer>(Unreadable.Unreachable)),
                "the jumphost",
                null
            ),
            Judged.Unknown("it is not ours to read", () => Judge(Facts.Unread<ShellAnswer>(Unreadable.NotOursToRead))),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(Reading<ShellAnswer> runs) =>
        JumphostRuns.Check.Judge(Facts.Sheet((JumphostFacts.Runs, runs)));
}
