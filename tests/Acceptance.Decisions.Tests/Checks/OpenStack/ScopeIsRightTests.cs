using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class ScopeIsRightTests
{
    private static readonly TokenFacts Admin = new("u", "admin", "p", "admin", "admin_domain", ["reader", "admin"]);

    private static readonly Reading<TokenFacts> Refused = Facts.Unread<TokenFacts>(Unreadable.Unauthorised, "401");

    public static Judged[] Cases =>
        [
            Judged.Kept("admin in its project", () => ScopeIsRight.Judge(Facts.Seen(Admin), null)),
            Judged.Broken(
                "no admin role",
                () => ScopeIsRight.Judge(Facts.Seen(Admin with { Roles = ["reader"] }), null),
                "admin",
                null,
                "no admin role on the project admin, though its token is good: the roles are reader"
            ),
            Judged.Kept(
                "Keystone compares roles without case",
                () => ScopeIsRight.Judge(Facts.Seen(Admin with { Roles = ["Admin", "member"] }), null)
            ),
            Judged.Broken(
                "a good credential, a disabled project",
                () =>
                    ScopeIsRight.Judge(
                        Refused,
                        Facts.Seen(new ScopeDiagnosis(true, "old", ["admin"]) { AskedIsDisabled = true })
                    ),
                "old",
                null,
                "the project old that the openrc scopes to is disabled"
            ),
            Judged.Broken(
                "a good credential of a user without a role",
                () => ScopeIsRight.Judge(Refused, Facts.Seen(new ScopeDiagnosis(true, "admin", []))),
                "admin",
                null,
                "has a role on no project"
            ),
            Judged.Broken(
                "a good credential, a wrong scope",
                () => ScopeIsRight.Judge(Refused, Diagnosis(true)),
                "admni",
                "DOCFIX-022",
                "the openrc scopes to admni, the user may scope to admin, ops"
            ),
            Judged.Broken("a wrong password", () => ScopeIsRight.Judge(Refused, Diagnosis(false)), "keystone", null),
            Judged.Broken(
                "refused, and why was not to be learnt",
                () => ScopeIsRight.Judge(Refused, null),
                "keystone",
                null
            ),
            Judged.Broken(
                "a dark Keystone is no wrong scope",
                () => ScopeIsRight.Judge(Facts.Unread<TokenFacts>(Unreadable.Refused, "dark"), Diagnosis(true)),
                "keystone",
                null,
                "dark"
            ),
            Judged.Unknown(
                "no openrc of ours",
                () => ScopeIsRight.Judge(Facts.Unread<TokenFacts>(Unreadable.NotOursToRead), null)
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Reading<ScopeDiagnosis> Diagnosis(bool good) =>
        Facts.Seen(new ScopeDiagnosis(good, "admni", ["admin", "ops"]));
}
