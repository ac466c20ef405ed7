using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.KnownIssues.RemoteExecution;
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
            Judged.Kept("its programs find nothing to read", () => Input(Facts.Shell("0\n"))),
            Judged.Broken(
                "its programs read what others were to read",
                () => Input(Facts.Shell("512\n")),
                "the jumphost",
                Docfix021.Id,
                "finds 512 bytes"
            ),
            Judged.Unknown("it does not count", () => Input(Facts.Shell("", 127, "wc: command not found"))),
            Judged.Unknown("it is not ours to read", () => Judge(Facts.Unread<ShellAnswer>(Unreadable.NotOursToRead))),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Input(ShellAnswer answer) =>
        JumphostRuns.ReadsNothing.Judge(Facts.Sheet((JumphostFacts.OwnInput, Facts.Seen(answer))));

    private static Verdict Judge(Reading<ShellAnswer> runs) =>
        JumphostRuns.Check.Judge(Facts.Sheet((JumphostFacts.Runs, runs)));
}
