using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Hosts;

public class NoBackendIsDownTests
{
    private const string Unit = "keystone/0",
        Entry = "D-045";

    private static readonly string[] Between = [.. Enumerable.Repeat("0", 15)];

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "every server up",
                () => Judge(Csv(("api", "a", "UP"), ("api", "b", "no check"))),
                "1 haproxy says"
            ),
            Judged.Kept("units without haproxy beside it", () => Judge2(Csv(("api", "a", "UP")), "NO-HAPROXY\n")),
            Judged.Broken(
                "a server down",
                () => Judge(Csv(("api", "a", "UP"), ("api", "b", "DOWN"))),
                Unit,
                Entry,
                "api/b is DOWN (L7STS/400)"
            ),
            Judged.Broken(
                "down, half risen: no whole word DOWN at the end of the cell",
                () => Judge(Csv(("api", "b", "DOWN 1/2"))),
                Unit,
                Entry,
                "DOWN 1/2"
            ),
            Judged.Broken("up, half fallen", () => Judge(Csv(("api", "b", "UP 1/3"))), Unit, Entry),
            Judged.Broken("in maintenance", () => Judge(Csv(("api", "b", "MAINT"))), Unit, null),
            Judged.Broken("takes no load", () => Judge(Csv(("api", "b", "NOLB"))), Unit, null),
            Judged.Broken("an unrecognised word", () => Judge(Csv(("api", "b", "FINE"))), Unit, null),
            Judged.Broken("an empty status", () => Judge(Csv(("api", "b", ""))), Unit, null),
            .. new[] { "L7STS,400", "L7RSP,", "L6RSP,", "SOCKERR," }.Select(said =>
                Judged.Broken($"the check met another protocol: {said}", () => Judge(Checked(said)), Unit, Entry)
            ),
            .. new[] { "L4CON,", "L4TOUT,", "L7STS,404", "L7STS,503", "L7TOUT,", "," }.Select(said =>
                Judged.Broken($"down, and no protocol is at fault: {said}", () => Judge(Checked(said)), Unit, null)
            ),
            Judged.Broken(
                "the backend itself is down",
                () => Judge(Csv(("api", "a", "UP")) + Row("api", "BACKEND", "DOWN", "1")),
                Unit,
                null,
                "the backend api is DOWN although its servers are up"
            ),
            Judged.Broken(
                "a dead socket reads as no DOWN",
                () => Judge("", 1, "socat: No such file"),
                Unit,
                null,
                "does not answer at its admin socket: socat: No such file"
            ),
            Judged.Broken("half a header", () => Judge("# pxname,svname,qcur\napi,a,0\n"), Unit, null),
            Judged.Broken(
                "the second unit of two",
                () => Judge2(Csv(("api", "a", "UP")), Csv(("api", "a", "DOWN"))),
                "keystone/1",
                Entry,
                "haproxy on keystone/1"
            ),
            Judged.Unknown(
                "no server at all",
                () => Judge(Csv() + Row("api", "FRONTEND", "OPEN", "0")),
                says: "keystone/0 lists no server"
            ),
            Judged.Unknown("no unit has one", () => Judge("NO-HAPROXY")),
            Judged.Unknown(
                "a unit is silent",
                () =>
                    NoBackendIsDown.Judge(
                        Facts.Answers(Facts.Says(Unit, Csv(("api", "a", "UP")))) with
                        {
                            NotAsked = ["keystone/9"],
                        },
                        Facts.Read
                    ),
                says: "keystone/9 did not answer"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    /// <summary>Columns are found by name: a version with more of them before reads the same.</summary>
    [Test]
    public void A_row_is_read_by_its_columns_names() =>
        HaProxyRow
            .Parse("# pxname,svname,extra,type,check_status,status,\napi,a,1,2,L7OK,UP,\n")
            .Should()
            .Equal(new HaProxyRow("api", "a", HaProxyStatus.Up, HaProxyRowType.Server, HaProxyCheckStatus.Layer7Ok));

    [Test]
    public void A_column_that_an_older_version_lacks_is_empty_and_the_first_column_is_never_taken_for_it()
    {
        HaProxyRow
            .Parse("# pxname,svname,type,status,\napi,a,2,UP,\n")
            .Should()
            .Equal(new HaProxyRow("api", "a", HaProxyStatus.Up, HaProxyRowType.Server, default));
        HaProxyRow
            .Parse("# pxname,svname,check_status,type,status,\napi,a,L7OK,2,UP,\n")![0]
            .CheckStatus.Should()
            .Be((State<HaProxyCheckStatus>)HaProxyCheckStatus.Layer7Ok);
        HaProxyRow
            .Parse("# pxname,svname,status,\napi,a,UP,\n")
            .Should()
            .BeNull("without the type no server is told from a backend");
    }

    [TestCaseSource(typeof(Seeds), nameof(Seeds.All))]
    public void Every_server_that_is_not_up_is_named(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable
            .Range(0, random.Next(1, 30))
            .Select(index =>
                (
                    $"p{index % 4}",
                    $"s{index}",
                    random.OneOf("UP", "UP", "UP", "DOWN", "DOWN 1/2", "MAINT", "NOLB", "UP 2/3", "no check")
                )
            )
            .ToArray();
        var bad = rows.Where(row => row.Item3 is not ("UP" or "no check")).ToArray();
        var verdict = Judge(Csv(rows));
        verdict.Passes.Should().Be(bad.Length == 0);
        if (verdict is Verdict.Broken broken)
            broken
                .Findings.Select(finding => finding.Sentence.ToString())
                .Should()
                .Equal(bad.Select(row => $"haproxy on {Unit}: {row.Item1}/{row.Item2} is {row.Item3} (L7STS/400)"));
    }

    private static Verdict Judge(string stdout, int exit = 0, string stderr = "") =>
        NoBackendIsDown.Judge(Facts.Answers(Facts.Says(Unit, stdout, exit, stderr)), Facts.Read);

    private static Verdict Judge2(string first, string second) =>
        NoBackendIsDown.Judge(Facts.Answers(Facts.Says(Unit, first), Facts.Says("keystone/1", second)), Facts.Read);

    private static string Csv(params (string Proxy, string Server, string Status)[] servers) =>
        $"# pxname,svname,{string.Join(',', Between.Select((_, index) => $"c{index}"))},"
        + "status,type,check_status,check_code,\n"
        + string.Concat(servers.Select(row => Row(row.Proxy, row.Server, row.Status, "2")));

    private static string Checked(string said) => Csv() + $"api,b,{string.Join(',', Between)},DOWN,2,{said},\n";

    private static string Row(string proxy, string server, string status, string type) =>
        $"{proxy},{server},{string.Join(',', Between)},{status},{type},"
        + $"{(status == "UP" ? "L7OK,200" : "L7STS,400")},\n";
}
