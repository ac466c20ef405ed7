using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class FloatingIpsAnswerTests
{
    private static readonly AddressAnswer Dark = new("192.0.2.140", []),
        Answering = new("192.0.2.141", [22]);

    private static readonly UnitAnswer Down = Facts.Says(
            "ovn-chassis/0",
            "/sys/class/net/br-ex/operstate:down\n",
            2,
            "grep: /sys/class/net/br-ex/carrier: Invalid argument"
        ),
        Up = Facts.Says("ovn-chassis/1", "/sys/class/net/br-ex/operstate:unknown\n/sys/class/net/br-ex/carrier:1\n"),
        WithoutOne = Facts.Says(
            "octavia-chassis/0",
            "",
            2,
            "grep: /sys/class/net/br-ex/operstate: No such file or directory"
        );

    public static Judged[] Cases =>
        [
            Judged.Kept("one of two answers", () => Judge([Dark, Answering], true, Up), "192.0.2.141 on 22"),
            Judged.Kept(
                "a bridge without an address reads down, and carries",
                () => Judge([Answering], true, Down),
                "1 of 1 floating IPs"
            ),
            Judged.Broken(
                "all dark, the VIPs answer, a bridge is down",
                () => Judge([Dark, Dark], true, Down, WithoutOne),
                "ovn-chassis/0",
                "D-057",
                "none of 2 floating IPs in use answers the jumphost while 1 core VIPs do"
            ),
            Judged.Broken(
                "the only one is dark, and a bridge is down",
                () => Judge([Dark], true, Up, Down),
                "ovn-chassis/0",
                "D-057"
            ),
            Judged.Unknown(
                "nothing answers at all",
                () => Judge([Dark], false, Down),
                says: "neither a floating IP nor a core VIP"
            ),
            Judged.Unknown(
                "all dark, and a chassis does not tell",
                () => Judge([Dark], true, Up, Facts.Says("ovn-chassis/2", "", 1, "sudo: a password is required")),
                says: "not every chassis told"
            ),
            new Judged("no floating IP is in use", () => Judge([], true, Up), "not asked"),
            Judged.Broken(
                "all dark, every bridge is up, and packets to the management VM are lost",
                () => Judge([Dark, Dark with { Address = "192.0.2.142" }], true, Lost, Up, WithoutOne),
                "192.0.2.140",
                "floating-ips-dark",
                "none of 2 floating IPs in use answers the jumphost while 1 core VIPs do, and every bridge to the "
                    + "provider network is up: what is sent to 192.0.2.140 is lost"
            ),
            Judged.Broken(
                "the only one is dark, and packets to it are lost",
                () => Judge([Dark], true, Lost, Up),
                "192.0.2.140",
                "floating-ips-dark",
                "the only floating IP in use (192.0.2.140) does not answer the jumphost while 1 core VIPs do"
            ),
            new Judged(
                "all dark, every bridge is up, and the management VM refuses: packets reach it",
                () => Judge([Dark, Dark], true, Facts.Unread<ShellAnswer>(Unreadable.Refused), Up),
                "not asked",
                Says: "asked above"
            ),
            new Judged(
                "all dark, and every bridge is up: who is behind them is asked above",
                () => Judge([Dark], true, Up, WithoutOne),
                "not asked",
                Says: "asked above"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Reading<ShellAnswer> Lost => Facts.Unread<ShellAnswer>(Unreadable.Unreachable);

    private static Verdict Judge(AddressAnswer[] asked, bool vips, params UnitAnswer[] bridges) =>
        Judge(asked, vips, Facts.Unread<ShellAnswer>(Unreadable.NotOursToRead), bridges);

    private static Verdict Judge(
        AddressAnswer[] asked,
        bool vips,
        Reading<ShellAnswer> login,
        params UnitAnswer[] bridges
    )
    {
        var endpoint = Facts.WholeSite.Endpoints[0];
        var answer = vips
            ? Facts.Seen(new HttpAnswer(200, "", null, Facts.Now))
            : Facts.Unread<HttpAnswer>(Unreadable.TimedOut);
        return FloatingIpsAnswer.Check.Judge(
            Facts.Sheet(
                (NetworkFacts.FloatingIpAnswers, Facts.Seen<IReadOnlyList<AddressAnswer>>(asked)),
                (NetworkFacts.LoginPastIt, login),
                (UnitFacts.ProviderBridges, Facts.Seen(Facts.Answers(bridges))),
                (JumphostFacts.Endpoints, Facts.Seen<IReadOnlyList<EndpointAnswer>>([new(endpoint, answer)]))
            )
        );
    }
}
