using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class CertificateIsLoadedTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept(
                "started after it was written",
                () => Judge("1700000000\n1700086400\n  3600\n"),
                "on 1 chassis"
            ),
            Judged.Kept("in the same moment", () => Judge("1700000000\n1700086400\n86401\n")),
            Judged.Broken(
                "written after the start",
                () => Judge("1700000000\n1700086400\n  90000\n"),
                "ovn-chassis/0",
                "ovn-tls-sweep",
                "runs since 2023-11-14 21:13 UTC, and its certificate was written after that, at 2023-11-14 22:13 UTC"
            ),
            Judged.Broken(
                "the oldest of two processes",
                () => Judge("1700000000\n1700086400\n10\n90000\n"),
                "ovn-chassis/0",
                "ovn-tls-sweep"
            ),
            Judged.Unknown("no process", () => Judge("1700000000\n1700086400\n", 1), says: "could not be read"),
            Judged.Unknown("no certificate", () => Judge("1700086400\n90000\n")),
            Judged.Unknown("words", () => Judge("yesterday\n1700086400\n90000\n")),
            Judged.Unknown("nothing", () => Judge("")),
            Judged.Unknown(
                "unread",
                () =>
                    CertificateIsLoaded.Check.Judge(
                        Facts.Sheet((UnitFacts.ChassisCertificates, Facts.Unread<UnitAnswers>(Unreadable.TimedOut)))
                    )
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(string printed, int exit = 0) =>
        CertificateIsLoaded.Judge(Facts.Answers(Facts.Says("ovn-chassis/0", printed, exit)), Facts.Read);
}
