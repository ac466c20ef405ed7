using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class TrusteeDomainIsSetUpTests
{
    private const string Whole = "trustee_domain_name = magnum\ntrustee_domain_admin_name = magnum_domain_admin\n";

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "told, and there",
                () => Judge(["magnum"], Facts.Says("magnum/0", Whole)),
                "magnum/0: trustees are made in the domain magnum"
            ),
            Judged.Kept(
                "told by ids, which no list of names has",
                () => Judge([], Facts.Says("magnum/0", "trustee_domain_id = d1\ntrustee_domain_admin_id = u1\n"))
            ),
            Judged.Broken(
                "an empty [trust] on the second unit",
                () => Judge(["magnum"], Facts.Says("magnum/0", Whole), Facts.Says("magnum/1", "", 1)),
                "magnum/1",
                "D-046",
                "[trust] of magnum.conf on magnum/1 is empty"
            ),
            Judged.Broken(
                "keys without values",
                () => Judge([], Facts.Says("magnum/0", "trustee_domain_name =\ntrustee_domain_admin_name =\n")),
                "magnum/0",
                "D-046",
                "is empty"
            ),
            Judged.Broken(
                "what the charm writes of what it was not told",
                () => Judge([], Facts.Says("magnum/0", "trustee_domain_name = None\n")),
                "magnum/0",
                "D-046"
            ),
            Judged.Broken(
                "nobody who may make one",
                () => Judge(["magnum"], Facts.Says("magnum/0", "trustee_domain_name = magnum\n")),
                "magnum/0",
                "D-046",
                "names no trustee_domain_admin_name"
            ),
            Judged.Broken(
                "told, and not there",
                () => Judge([], Facts.Says("magnum/0", Whole)),
                "magnum/0",
                "D-046",
                "Keystone has no domain of that name"
            ),
            Judged.Unknown(
                "a file that is not there",
                () => Judge([], Facts.Says("magnum/0", "", 2, "grep: /etc/magnum/magnum.conf: No such file")),
                says: "could not be read (exit 2: grep:"
            ),
            Judged.Unknown(
                "sudo refuses",
                () => Judge([], Facts.Says("magnum/0", "", 1, "sudo: a password is required")),
                says: "could not be put on magnum/0"
            ),
            Judged.Unknown("no unit", () => Judge(["magnum"])),
            Judged.Unknown(
                "a lost unit",
                () =>
                    TrusteeDomainIsSetUp.Judge(
                        Facts.Answers(Facts.Says("magnum/0", Whole)) with
                        {
                            NotAsked = ["magnum/1"],
                        },
                        ["magnum"],
                        Facts.Read
                    ),
                says: "magnum/1 did not answer"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void Keystone_is_asked_for_each_domain_once() =>
        TrusteeSettings
            .Domains(
                Facts.Answers(
                    Facts.Says("magnum/0", Whole),
                    Facts.Says("magnum/1", Whole),
                    Facts.Says("magnum/2", "  trustee_domain_name=trustees\r\n"),
                    Facts.Says("magnum/3", "", 1)
                )
            )
            .Should()
            .Equal("magnum", "trustees");

    private static Verdict Judge(string[] domains, params UnitAnswer[] answers) =>
        TrusteeDomainIsSetUp.Judge(Facts.Answers(answers), domains, Facts.Read);
}
