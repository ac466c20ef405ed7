using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class TrustsCanBeMadeTests
{
    private static readonly TokenFacts Me = new("u-1", "ada", "p-1", "capi", "domain", ["member"])
    {
        Methods = ["password"],
    };

    public static Judged[] OfTheLogin =>
        [
            Judged.Kept("a password", () => Login("password"), "ada logs in with a password"),
            Judged.Kept("a password, and a token of it", () => Login("password", "token")),
            Judged.Broken(
                "an application credential",
                () => Login("application_credential"),
                "ada",
                "D-066",
                "whatever `unrestricted` says"
            ),
            Judged.Unknown("another way in", () => Login("mapped"), says: "mapped"),
            Judged.Unknown("no word on it", () => Login(), says: "methods: none"),
        ];

    public static Judged[] OfTheTrial =>
        [
            Judged.Kept("made", () => Trial(Facts.Seen("t-1")), "ada made a trust on capi and took it back"),
            Judged.Broken(
                "refused to its own trustor",
                () => Trial(Facts.Unread<string>(Unreadable.Forbidden, "403: identity:create_trust")),
                "ada",
                "D-065",
                "403: identity:create_trust"
            ),
            Judged.Broken(
                "refused for the way in, whatever was said of the login",
                () =>
                    Trial(
                        Facts.Unread<string>(
                            Unreadable.Forbidden,
                            "403: Using method 'application_credential' is not allowed for managing trusts"
                        )
                    ),
                "ada",
                "D-066",
                "'application_credential' is not allowed"
            ),
            Judged.Broken(
                "refused in other words",
                () => Trial(Facts.Unread<string>(Unreadable.Forbidden, "403: At least one role should be specified")),
                "ada",
                null,
                "At least one role"
            ),
            Judged.Unknown(
                "Keystone failed",
                () => Trial(Facts.Unread<string>(Unreadable.ServerError, "500")),
                says: "500"
            ),
            Judged.Unknown("not tried", () => Trial(Facts.Unread<string>(Unreadable.NotOursToRead))),
        ];

    [TestCaseSource(nameof(OfTheLogin))]
    [TestCaseSource(nameof(OfTheTrial))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Login(params string[] methods) =>
        TrustsCanBeMade.JudgeLogin(Me with { Methods = methods }, Facts.Read);

    private static Verdict Trial(Reading<string> made) => TrustsCanBeMade.JudgeTrial(made, Me);
}
