using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class DashboardKeepsLoginsTests
{
    private const string Charms =
        "/etc/openstack-dashboard/local_settings.py:CSRF_COOKIE_SECURE = True\n"
        + "/etc/openstack-dashboard/local_settings.py:SESSION_COOKIE_SECURE = True\n";

    private const string Folder = "/usr/share/openstack-dashboard/openstack_dashboard/local/local_settings.d/";

    private const string Override =
        Folder
        + "_99_internal_http_cookies.py:SESSION_COOKIE_SECURE = False\n"
        + Folder
        + "_99_internal_http_cookies.py:CSRF_COOKIE_SECURE = False  # plain http\n";

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "an override over the charm's",
                () => Judge(Facts.Says("dashboard/0", Override + Charms)),
                "dashboard/0: no cookie is marked secure"
            ),
            Judged.Kept("nobody marks them", () => Judge(Facts.Says("dashboard/0", "", 1))),
            Judged.Broken(
                "the override is gone, on the second unit",
                () => Judge(Facts.Says("dashboard/0", Charms + Override), Facts.Says("dashboard/1", Charms)),
                "dashboard/1",
                "D-044",
                "marks its cookies secure (CSRF_COOKIE_SECURE of /etc/openstack-dashboard/local_settings.py)"
            ),
            Judged.Broken(
                "an override of one of the two",
                () => Judge(Facts.Says("dashboard/0", Charms + Override.Split('\n')[0] + "\n")),
                "dashboard/0",
                "D-044"
            ),
            Judged.Broken(
                "a later file takes it back",
                () => Judge(Facts.Says("dashboard/0", Override + Folder + "_99_z.py:CSRF_COOKIE_SECURE=True\n")),
                "dashboard/0",
                "D-044",
                "_99_z.py"
            ),
            Judged.Unknown(
                "a value that only Python tells",
                () => Judge(Facts.Says("dashboard/0", Folder + "_10.py:CSRF_COOKIE_SECURE = not DEBUG\n")),
                says: "neither True nor False: not DEBUG"
            ),
            Judged.Unknown(
                "files that cannot be read",
                () => Judge(Facts.Says("dashboard/0", "", 2, "grep: Permission denied")),
                says: "could not be read (exit 2"
            ),
            Judged.Unknown("no unit", () => Judge()),
            Judged.Unknown(
                "unread",
                () => Asked(true, Facts.Unread<UnitAnswers>(Unreadable.TimedOut, "juju did not answer")),
                says: "juju did not answer"
            ),
            new Judged(
                "a site that reaches it by TLS alone",
                () => Asked(false, Facts.Seen(Facts.Answers(Facts.Says("dashboard/0", Charms)))),
                "not asked"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params UnitAnswer[] answers) =>
        DashboardKeepsLogins.Judge(Facts.Answers(answers), Facts.Read);

    private static Verdict Asked(bool overHttp, Reading<UnitAnswers> read) =>
        DashboardKeepsLogins.Check.Judge(
            Facts.Sheet((UnitFacts.DashboardCookies, read)) with
            {
                Site = Facts.WholeSite with { Juju = Facts.Juju with { DashboardOverHttp = overHttp } },
            }
        );
}
