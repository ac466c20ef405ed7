using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class ManagementServerRunsTests
{
    private static readonly Server Mgmt = Facts.Server("1", "mgmt");

    public static Judged[] Cases =>
        [
            Judged.Kept("active", () => Judge(Mgmt, Facts.Server("2", "mgmt-2", status: "ERROR"))),
            Judged.Broken(
                "shut off",
                () => Judge(Mgmt with { Status = ServerStatus.ShutOff }),
                "mgmt",
                "D-041",
                "mgmt is SHUTOFF"
            ),
            .. new[] { "ERROR", "PAUSED", "SUSPENDED", "RESCUE", "REBOOT", "BUILD" }.Select(word =>
                Judged.Broken(
                    $"{word} is no shut-off server: to start it is no cure",
                    () => Judge(Facts.Server("1", "mgmt", status: word)),
                    "mgmt",
                    null,
                    $"mgmt is {word}"
                )
            ),
            Judged.Unknown("a word that nobody knows", () => Judge(Facts.Server("1", "mgmt", status: "FINE"))),
            Judged.Unknown("Nova does not know either", () => Judge(Facts.Server("1", "mgmt", status: "UNKNOWN"))),
            Judged.Broken("no such server", () => Judge(), "mgmt", null),
            Judged.Unknown("two of that name", () => Judge(Mgmt, Mgmt with { Id = "2" }), says: "1, 2"),
            Judged.Kept("its own floating IP", () => Fip("192.0.2.40")),
            Judged.Broken(
                "a stale one",
                () => Fip("192.0.2.99"),
                "~/net.env",
                "DOCFIX-038",
                "~/net.env on the jumphost has MGMT_FIP=192.0.2.99, which is no floating IP of the project; "
                    + "mgmt has 192.0.2.40"
            ),
            Judged.Broken(
                "another machine's",
                () => Fip("192.0.2.41"),
                "~/net.env",
                "DOCFIX-038",
                "another machine's floating IP"
            ),
            Judged.Broken("an empty line on file", () => Fip(""), "~/net.env", "DOCFIX-038"),
            Judged.Kept("ssh lets us in", () => ManagementServerRuns.JudgeLogin("mgmt", Facts.Seen(Facts.Shell("")))),
            Judged.Broken(
                "ssh fails",
                () => ManagementServerRuns.JudgeLogin("mgmt", Facts.Seen(Facts.Shell("", 255, "refused"))),
                "mgmt",
                null,
                "exit 255): refused"
            ),
            Judged.Broken(
                "ssh does not connect",
                () => ManagementServerRuns.JudgeLogin("mgmt", Facts.Unread<ShellAnswer>(Unreadable.Unreachable)),
                "mgmt",
                null
            ),
            Judged.Unknown(
                "no key of ours",
                () => ManagementServerRuns.JudgeLogin("mgmt", Facts.Unread<ShellAnswer>(Unreadable.NotOursToRead))
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params Server[] servers) => ManagementServerRuns.Judge(servers, "mgmt", Facts.Read);

    private static Verdict Fip(string onFile) =>
        ManagementServerRuns.JudgeFip(
            onFile,
            "~/net.env",
            Mgmt,
            [
                new("g", "192.0.2.40", null, null, "p", "", FloatingIpStatus.Active),
                new("f", "192.0.2.41", null, null, "p", "", FloatingIpStatus.Active),
            ],
            Facts.Read
        );
}
