using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class EveryVipAnswersTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept("each with a code of its own", () => Judge(Code(200), Code(300)), "2 core VIPs answer"),
            Judged.Broken(
                "a code that its service does not give",
                () => Judge(Code(200), Code(404)),
                "service-1",
                null,
                "answers 404, not 200 or 300"
            ),
            Judged.Kept("in its own words", () => Words("<?xml?><ListAllMyBucketsResult xmlns=\"s3\">"), "answers 200"),
            Judged.Broken(
                "another service at its address",
                () => Words("<html>Login</html>"),
                "radosgw",
                null,
                "not in the words of radosgw"
            ),
            Judged.Broken("503 is a backend's", () => Judge(Code(503), Code(200)), "service-0", null),
            Judged.Broken(
                "an untrusted certificate",
                () => Judge(Code(200), Facts.Unread<HttpAnswer>(Unreadable.UntrustedCertificate, "nobody signed it")),
                "service-1",
                null,
                "service-1: nobody signed it"
            ),
            Judged.Unknown(
                "no answer of any: our own route may be missing",
                () =>
                    Judge(
                        Facts.Unread<HttpAnswer>(Unreadable.TimedOut),
                        Facts.Unread<HttpAnswer>(Unreadable.Unreachable)
                    ),
                says: "ip route get"
            ),
            Judged.Broken(
                "a refusal beside silence came from there",
                () =>
                    Judge(Facts.Unread<HttpAnswer>(Unreadable.TimedOut), Facts.Unread<HttpAnswer>(Unreadable.Refused)),
                "service-0",
                null
            ),
            Judged.Broken(
                "no answer",
                () => Judge(Facts.Unread<HttpAnswer>(Unreadable.TimedOut), Code(200)),
                "service-0",
                null
            ),
            Judged.Broken(
                "a broken one beside one that is not ours to ask",
                () => Judge(Facts.Unread<HttpAnswer>(Unreadable.NotOursToRead), Code(500)),
                "service-1",
                null
            ),
            Judged.Unknown(
                "one is not ours to ask",
                () => Judge(Code(200), Facts.Unread<HttpAnswer>(Unreadable.NotOursToRead))
            ),
            Judged.Unknown(
                "one is not emulated",
                () => Judge(Code(200), Facts.Unread<HttpAnswer>(Unreadable.NotEmulated))
            ),
            new Judged(
                "one is not permitted",
                () => Judge(Code(200), Facts.Unread<HttpAnswer>(Unreadable.NotPermitted)),
                "not permitted"
            ),
            Judged.Unknown("the site names none", () => Judge(), says: "$.endpoints"),
            Judged.Broken("one, asked alone", () => Alone("service-0", Code(500)), "service-0", null),
            new Judged("one that the site does not name", () => Alone("radosgw", Code(200)), "not asked"),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params Reading<HttpAnswer>[] answers) =>
        EveryVipAnswers.Judge([.. answers.Select((answer, index) => new EndpointAnswer(Endpoint(index), answer))]);

    private static Verdict Alone(string service, Reading<HttpAnswer> answer) =>
        EveryVipAnswers
            .OfService(service)
            .Judge(
                Facts.Sheet(
                    (JumphostFacts.Endpoints, Facts.Seen<IReadOnlyList<EndpointAnswer>>([new(Endpoint(0), answer)]))
                )
            );

    private static Verdict Words(string body) =>
        EveryVipAnswers.Judge([
            new(
                Endpoint(0) with
                {
                    Service = "radosgw",
                    Says = "<ListAllMyBucketsResult[ >]",
                },
                Facts.Seen(new HttpAnswer(200, body, null, Facts.Now))
            ),
        ]);

    private static SiteEndpoint Endpoint(int index) =>
        new()
        {
            Service = $"service-{index}",
            Url = new($"https://192.0.2.{index}/"),
            Codes = [200, 300],
        };

    private static Reading<HttpAnswer> Code(int code) => Facts.Seen(new HttpAnswer(code, "", null, Facts.Now));
}
