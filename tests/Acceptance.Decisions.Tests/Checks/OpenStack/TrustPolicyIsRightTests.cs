using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class TrustPolicyIsRightTests
{
    private const string Base =
        "/etc/keystone/policy.json:    \"identity:create_trust\": \"user_id:%(trust.trustor_user_id)s\",\n";
    private const string Younger =
        "/etc/keystone/policy.json:    \"identity:create_trust\": \"user_id:%(target.trust.trustor_user_id)s\",\n";
    private const string Override =
        "/etc/keystone/policy.d/trusts.yaml:\"identity:create_trust\": "
        + "\"user_id:%(target.trust.trustor_user_id)s\"\n";

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "an override over the base",
                () => Judge(Facts.Says("keystone/0", Override + Base)),
                "user_id:%(target.trust.trustor_user_id)s\" of /etc/keystone/policy.d/trusts.yaml"
            ),
            Judged.Kept("a base that resolves", () => Judge(Facts.Says("keystone/0", Younger))),
            Judged.Kept(
                "a rule that lets everybody",
                () => Judge(Facts.Says("keystone/0", "/etc/keystone/policy.yaml:identity:create_trust: ''\n"))
            ),
            Judged.Kept(
                "no file speaks of it",
                () => Judge(Facts.Says("keystone/0", "", 1)),
                "no policy file says who may make a trust"
            ),
            Judged.Broken(
                "the base alone, on the second unit",
                () => Judge(Facts.Says("keystone/0", Override + Base), Facts.Says("keystone/1", Base)),
                "keystone/1",
                "D-065",
                "refuses a trust to every caller, admin too"
            ),
            Judged.Broken(
                "a later override takes it back",
                () =>
                    Judge(
                        Facts.Says(
                            "keystone/0",
                            Base + Override + Override.Replace("trusts", "zz").Replace("target.", "")
                        )
                    ),
                "keystone/0",
                "D-065",
                "/etc/keystone/policy.d/zz.yaml"
            ),
            Judged.Broken(
                "an override in a comment",
                () => Judge(Facts.Says("keystone/0", Base + Override.Replace(":\"id", ":# \"id"))),
                "keystone/0",
                "D-065"
            ),
            Judged.Broken(
                "nobody at all: told, and not taken for the entry",
                () => Judge(Facts.Says("keystone/0", "/etc/keystone/policy.d/no.yaml:identity:create_trust: \"!\"\n")),
                "keystone/0",
                null
            ),
            Judged.Unknown(
                "a rule that names a role",
                () =>
                    Judge(
                        Facts.Says(
                            "keystone/0",
                            "/etc/keystone/policy.json: \"identity:create_trust\": \"rule:owner\"\n"
                        )
                    ),
                says: "only making one tells"
            ),
            Judged.Unknown(
                "a folder that cannot be read",
                () => Judge(Facts.Says("keystone/0", "", 2, "grep: /etc/keystone: Permission denied")),
                says: "could not be read (exit 2"
            ),
            Judged.Unknown("no unit", () => Judge()),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params UnitAnswer[] answers) =>
        TrustPolicyIsRight.Judge(Facts.Answers(answers), Facts.Read);
}
