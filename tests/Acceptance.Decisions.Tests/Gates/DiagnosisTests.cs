using Acceptance.Decisions.Gates;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Gates;

public class DiagnosisTests
{
    private static readonly Verdict Sealed = Verdict.Break($"vault/1 is sealed", "vault/1", "restart-3");

    [Test]
    public void A_green_run_has_none() => Diagnosis.Of(Rungs(), Scenarios.Whole).Should().BeNull();

    [Test]
    public void It_names_the_rung_the_victim_and_the_known_issue()
    {
        var diagnosis = Diagnosis.Of(Rungs(("vault", Sealed)), Scenarios.Whole)!;
        diagnosis.Rung.Name.Should().Be("vault");
        diagnosis.Victim.Should().Be("vault/1");
        diagnosis.Sentence.ToString().Should().Be("vault/1 is sealed");
        diagnosis.Issue!.Id.Should().Be("restart-3");
    }

    [Test]
    public void A_scenario_lies_on_the_rung_of_its_entry_and_else_on_its_own()
    {
        Diagnosis.Of(Rungs(), Scenarios.Whole.But("D-011.2", Sealed))!.Rung.Name.Should().Be("vault");
        Diagnosis
            .Of(Rungs(), [Scenarios.Of(Verdict.Break($"x", "x", null), "octavia", "Acceptance")])!
            .Rung.Name.Should()
            .Be("octavia");
        Diagnosis
            .Of(Rungs(), [Scenarios.Of(Verdict.Break($"x", "x", "no-such-entry"), null, "Acceptance")])!
            .Rung.Name.Should()
            .Be("site");
    }

    [Test]
    public void What_a_rung_above_found_too_is_that_rungs()
    {
        var dark = Verdict.Break($"horizon refused the connection", "horizon", null);
        Diagnosis
            .Of(Rungs(("vips", dark)), [Scenarios.Of(dark, "keystone", "Acceptance")])!
            .Rung.Name.Should()
            .Be("vips");
        Diagnosis
            .Of(
                Rungs(("vips", dark)),
                [Scenarios.Of(Verdict.Break($"keystone/0 is blocked", "keystone/0", null), "juju", "Acceptance")]
            )!
            .Rung.Name.Should()
            .Be("juju");
    }

    [Test]
    public void On_one_rung_the_broken_comes_before_the_unknown()
    {
        var diagnosis = Diagnosis.Of(
            Rungs(("vault", Verdict.NotKnown($"vault/2 did not answer"))),
            [Scenarios.Of(Sealed, "keystone", "Acceptance")]
        )!;
        diagnosis.Victim.Should().Be("vault/1");
    }

    [Test]
    public void An_unknown_rung_is_named_without_a_victim()
    {
        var diagnosis = Diagnosis.Of(Rungs(("juju", Verdict.NotKnown($"login expired", "juju-macaroon"))), [])!;
        diagnosis.Victim.Should().BeNull();
        diagnosis.Issue!.Id.Should().Be("juju-macaroon");
    }

    [Test]
    public void Rehearsals_the_gate_itself_and_what_is_held_back_are_no_cause() =>
        Diagnosis
            .Of(
                Rungs(),
                [
                    Scenarios.Of(Sealed, "vault", "rehearsal"),
                    Scenarios.Of(Sealed, "site", "Acceptance", "phase-08.exit"),
                    Scenarios.Of(new Verdict.Blocked("vault", $"sealed"), "keystone", "Acceptance"),
                ]
            )
            .Should()
            .BeNull();

    [TestCaseSource(typeof(Seeds), nameof(Seeds.All))]
    public void It_is_the_lowest_of_all_that_is_red(int seed)
    {
        var random = new Random(seed);
        string?[] entries = [null, .. KnownIssueIndex.All.Select(issue => issue.Id)];
        var scenarios = random.Some(
            0,
            12,
            () =>
                Scenarios.Of(
                    random.OneOf(
                        Facts.Keep(),
                        Verdict.Break($"red", "x", random.OneOf(entries)),
                        Verdict.NotKnown($"unread", random.OneOf(entries)),
                        new Verdict.Blocked("site", $"x")
                    ),
                    random.OneOf(Ladder.Rungs).Name,
                    "Acceptance"
                )
        );
        var red = scenarios
            .Where(one => one.Verdict is Verdict.Broken or Verdict.Unknown)
            .Select(one => Ladder.Height(KnownIssueIndex.Find(one.Verdict.RoutesTo)?.Rung ?? one.Layer!))
            .ToArray();
        var diagnosis = Diagnosis.Of(Rungs(), scenarios);
        (diagnosis is null ? (int?)null : Ladder.Height(diagnosis.Rung.Name))
            .Should()
            .Be(red.Length == 0 ? null : red.Min());
    }

    private static IReadOnlyList<RungRecord> Rungs(params (string Name, Verdict Verdict)[] red) =>
        [
            .. Ladder.Rungs.Select(rung => new RungRecord(
                rung,
                red.FirstOrDefault(one => one.Name == rung.Name).Verdict ?? Facts.Keep(),
                Facts.Now
            )),
        ];
}
