using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class ProxyServesTests
{
    private const string Url = "http://192.0.2.9:8080/";
    private const string Login = "http://192.0.2.9:8080/auth/login/";
    private const string Verified = "  proxy_pass https://192.0.2.58:443;\n  proxy_ssl_verify on;\n";
    private const string Master = "nginx: master process /usr/sbin/nginx\nnginx: worker process\n";

    private static readonly SiteProxy Proxy = new() { Url = new Uri(Url), File = "/etc/nginx/sites-enabled/x" };

    private static readonly Reading<ProxyStep>[] Page = [To(Url, 302, Login), To(Login, 200)];

    public static Judged[] Cases =>
        [
            Judged.Kept("a page behind a redirect", () => Judge(Page), "leads to a page"),
            Judged.Broken(
                "a certificate for another name",
                () => Judge([To(Url, 502)]),
                Url,
                "nginx-reverse-proxy",
                "answers 502, and no endpoint of the site"
            ),
            Judged.Broken("plain HTTP to a TLS port", () => Judge([To(Url, 400)]), Url, "nginx-reverse-proxy"),
            Judged.Broken("another refusal is no trap", () => Judge([To(Url, 404)]), Url, null),
            Judged.Broken(
                "a redirect to https on the http port",
                () => Judge([To(Url, 302, "https://192.0.2.9:8080/auth/login/")]),
                Url,
                "nginx-reverse-proxy",
                "by https, where it speaks http"
            ),
            Judged.Broken(
                "a circle: each answer is a redirect, as of a page",
                () => Judge([.. Enumerable.Repeat(To(Url, 301, Url), ProxyVisit.MostSteps)]),
                Url,
                "nginx-reverse-proxy",
                "in a circle: 6 answers"
            ),
            Judged.Broken(
                "an upstream that nobody verifies, from outside as if it were well",
                () => Judge(Page, "proxy_pass https://192.0.2.58:443;\n"),
                Url,
                "nginx-reverse-proxy",
                "without proxy_ssl_verify on"
            ),
            Judged.Kept("a plain upstream has no certificate", () => Judge(Page, "proxy_pass http://192.0.2.58:80;\n")),
            Judged.Broken(
                "an old worker",
                () =>
                    Judge(Page, workers: Facts.Seen(Facts.Shell(Master + "nginx: worker process is shutting down\n"))),
                Url,
                "nginx-reload"
            ),
            Judged.Unknown(
                "what stands behind it is dark itself",
                () => Judge([To(Url, 502)], behind: Facts.Unread<HttpAnswer>(Unreadable.Refused)),
                says: "horizon behind it is dark itself"
            ),
            Judged.Broken("nobody listens", () => Judge([Silent(Unreadable.Refused)]), Url, null, "nobody listens"),
            Judged.Unknown("no way to it from here", () => Judge([Silent(Unreadable.Unreachable)])),
            Judged.Unknown(
                "a way that leads elsewhere",
                () => Judge([To(Url, 302, "https://login.example/")]),
                says: "sends a browser on"
            ),
            Judged.Unknown(
                "a file that says nothing",
                () => Judge(Page, "", exit: 1),
                says: "says nothing of whom it passes to"
            ),
            Judged.Unknown(
                "the file unread",
                () =>
                    ProxyServes.Judge(
                        [new(Proxy, Page)],
                        [new(Proxy, Facts.Unread<ShellAnswer>(Unreadable.NotOursToRead))],
                        [],
                        Facts.Seen(Facts.Shell(Master))
                    )
            ),
            Judged.Unknown(
                "no nginx on the jumphost",
                () => Judge(Page, workers: Facts.Seen(Facts.Shell("", exit: 1))),
                says: "no nginx runs"
            ),
            Judged.Unknown(
                "the workers unread",
                () => Judge(Page, workers: Facts.Unread<ShellAnswer>(Unreadable.TimedOut))
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void A_site_without_a_proxy_is_not_asked() =>
        ProxyServes
            .Check.NotAskedOn(Facts.WholeSite with { Proxies = [] })
            .Should()
            .BeOfType<Verdict.NotAsked>()
            .Which.Sentence.ToString()
            .Should()
            .Contain("no proxies section");

    [Test]
    public void What_drains_is_looked_at_again() =>
        Judge(Page, workers: Facts.Seen(Facts.Shell(Master + "nginx: worker process is shutting down\n")))
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.MaySettle.Should()
            .BeTrue();

    private static Verdict Judge(
        Reading<ProxyStep>[] steps,
        string file = Verified,
        int exit = 0,
        Reading<ShellAnswer>? workers = null,
        Reading<HttpAnswer>? behind = null
    ) =>
        ProxyServes.Judge(
            [new(Proxy, steps)],
            [new(Proxy, Facts.Seen(Facts.Shell(file, exit)))],
            [new(Horizon, behind ?? Facts.Seen(new HttpAnswer(302, "", null, Facts.Now)))],
            workers ?? Facts.Seen(Facts.Shell(Master))
        );

    private static SiteEndpoint Horizon =>
        new()
        {
            Service = "horizon",
            Url = new Uri("https://192.0.2.58/"),
            Codes = [200, 302],
        };

    private static Reading<ProxyStep> To(string asked, int code, string? location = null) =>
        Facts.Seen(new ProxyStep(new Uri(asked), code, location));

    private static Reading<ProxyStep> Silent(Unreadable why) => Facts.Unread<ProxyStep>(why);
}
