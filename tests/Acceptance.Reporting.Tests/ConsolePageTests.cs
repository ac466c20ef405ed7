using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using static VerifyNUnit.Verifier;

namespace Acceptance.Reporting.Tests;

public sealed class ConsolePageTests
{
    [Test]
    public Task Green() =>
        Verify(ConsolePage.Of(Samples.Green(), [new WrittenReport("living-doc.html", "reports/living-doc.html", null)]))
            .UseDirectory("Approved");

    [Test]
    public Task Vault_sealed() =>
        Verify(
                ConsolePage.Of(
                    Samples.VaultSealed(),
                    [new WrittenReport("living-doc.html", "reports/living-doc.html", null)]
                )
            )
            .UseDirectory("Approved");

    [Test]
    public Task Login_expired() => Verify(ConsolePage.Of(Samples.LoginExpired())).UseDirectory("Approved");

    [Test]
    public Task Waived() => Verify(ConsolePage.Of(Samples.Waived())).UseDirectory("Approved");

    [Test]
    public Task Observed() => Verify(ConsolePage.Of(Samples.Observed())).UseDirectory("Approved");

    [Test]
    public Task Narrow() => Verify(ConsolePage.Of(Samples.Narrow())).UseDirectory("Approved");

    [Test]
    public Task Nothing_ran() => Verify(ConsolePage.Of(Samples.Run([], rungs: "site"))).UseDirectory("Approved");

    [Test]
    public void A_fix_is_filled_from_the_finding_and_the_site()
    {
        var red = Verdict.Break($"nova-compute/2 reserves 512 MB", "nova-compute/2", "D-040");
        var run = Samples.Run([], rungs: "hypervisors");
        var page = ConsolePage.Of(
            run with
            {
                Ladder = [.. run.Ladder.SkipLast(1), run.Ladder[^1] with { Verdict = red }],
                Site = new()
                {
                    Name = "edge-lab",
                    Credentials = new(),
                    Juju = new() { Controller = "edge", Model = "edge-cloud" },
                    Compute = new() { ReservedHostMemoryMb = 4096 },
                },
            }
        );
        page.Should().Contain("`juju config -m edge-cloud nova-compute reserved-host-memory=4096`");
    }

    [Test]
    public void A_known_issue_that_somebody_answers_for_is_in_the_headline_and_below()
    {
        var waiver = Samples.Dns with { Item = "D-045", Victim = "keystone/0" };
        var waived = new Verdict.Waived(waiver, Verdict.Break($"no server is up", "keystone/0", "D-045"));
        var other = new Verdict.Waived(
            waiver with
            {
                Item = "restart-3",
                Victim = null,
            },
            Verdict.Break($"sealed", "vault/0", "restart-3")
        );
        var run = Samples.Green();
        var haproxy = run.Ladder.Single(rung => rung.Rung.Name == "haproxy");
        var page = ConsolePage
            .Of(
                run with
                {
                    Ladder =
                    [
                        .. run.Ladder.Select(rung =>
                            rung == haproxy ? rung with { Verdict = waived with { Beside = [other] } } : rung
                        ),
                    ],
                }
            )
            .ReplaceLineEndings(" ");
        page.Should()
            .Contain("ACCEPTED.")
            .And.Contain($"Waived: D-045 at keystone/0 by {waiver.Owner} until {waiver.Expires:yyyy-MM-dd}; ")
            .And.Contain($"restart-3 by {waiver.Owner} until")
            .And.MatchRegex("waived +D-045 at keystone/0 by")
            .And.MatchRegex("waived +restart-3 by");
    }

    [TestCaseSource(nameof(Runs))]
    public void No_line_is_wider_than_96_columns_and_none_obeys_a_control_character(RunRecord run)
    {
        var page = ConsolePage.Of(run);
        page.Split('\n').Should().OnlyContain(line => line.Length <= 96);
        page.Where(one => char.IsControl(one) && one != '\n').Should().BeEmpty("a terminal would obey them");
    }

    [Test]
    public void A_report_that_was_not_written_is_said()
    {
        var page = ConsolePage.Of(
            Samples.Green(),
            [
                new WrittenReport(
                    "summary.md",
                    "r/summary.md",
                    "r/summary.md was not written: disk full; set ACCEPTANCE_REPORTS."
                ),
            ]
        );
        page.Should().Contain("not written       r/summary.md was not written: disk full");
    }

    private static IEnumerable<RunRecord> Runs() =>
        [
            Samples.Green(),
            Samples.VaultSealed(),
            Samples.LoginExpired(),
            Samples.Waived(),
            Samples.Observed(),
            Samples.Narrow(),
            Samples.Many(200),
            HostileSample.Run("\u001b[2J<script>" + new string('x', 300) + "\u0007"),
        ];
}
