using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class CertificateStoreTakesTests
{
    private const string Error = "2026-11-20 22:09:58.123 4711 ERROR barbican.plugin.castellan_secret_store ";

    private const string Refusal =
        Error
        + "Error storing secret: source address \"192.0.2.70\" unauthorized through CIDR restrictions on the secret ID";

    private static readonly Reading<string> Failed = Facts.Unread<string>(Unreadable.ServerError, "answered 500");

    public static Judged[] Cases =>
        [
            Judged.Kept("stored", () => Judge(Facts.Seen("s-1")), "took a secret and gave it up again"),
            Judged.Broken(
                "Vault refuses the address",
                () => Judge(Failed, Facts.Says("barbican/0", "\n"), Facts.Says("barbican/1", Refusal + "\n")),
                "barbican/1",
                "D-067",
                "the log on barbican/1 says at 2026-11-20 22:09:58: source address \"192.0.2.70\" unauthorized"
            ),
            Judged.Broken(
                "Vault answers 503",
                () => Judge(Failed, Facts.Says("barbican/0", Error + "Error storing secret: Service Unavailable\n")),
                "barbican/0",
                null,
                "Vault answers 503 (Service Unavailable), as a sealed one does"
            ),
            Judged.Broken(
                "the store behind it fails in other words",
                () => Judge(Failed, Facts.Says("barbican/0", Error + "Error storing secret: Read timed out\n")),
                "barbican/0",
                null,
                "says at 2026-11-20 22:09:58: Read timed out"
            ),
            Judged.Broken(
                "it fails, and nothing is told of Vault",
                () => Judge(Failed, Facts.Says("barbican/0", "")),
                "barbican",
                null,
                "answered 500"
            ),
            Judged.Broken(
                "it fails, and no log was read",
                () => CertificateStoreTakes.Judge(Failed, null),
                "barbican",
                null
            ),
            Judged.Unknown(
                "tried with a login that cannot be read",
                () => Judge(Facts.Unread<string>(Unreadable.NotOursToRead, "the openrc is not ours to read")),
                says: "not ours to read"
            ),
            Judged.Unknown(
                "we may not store",
                () => Judge(Facts.Unread<string>(Unreadable.Forbidden, "answered 403")),
                says: "answered 403"
            ),
            new Judged(
                "not tried: no read decides it, and the permit that does is named",
                () => Judge(new Reading<string>.Unread(Unreadable.NotOursToRead, $"nothing was seen", Evidence.None)),
                "not asked",
                Says: "that Barbican answers is read at its address; whether Vault takes what it brings is shown by "
                    + "storing a secret alone, which needs the permit mutate"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(Reading<string> stored, params UnitAnswer[] logs) =>
        CertificateStoreTakes.Judge(stored, Facts.Answers(logs));
}
