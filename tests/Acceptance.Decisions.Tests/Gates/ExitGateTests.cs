using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Gates;

public class ExitGateTests
{
    private static readonly Verdict Broken = Verdict.Break($"it is down", "host-0", "D-045");

    private static readonly Verdict NotAsked = new Verdict.NotAsked($"no Magnum here");

    private static readonly Verdict Waived = new Verdict.Waived(
        new SiteWaiver
        {
            Item = "x",
            Owner = "M. Okafor",
            Reason = "later",
            Expires = Facts.Now,
        },
        Broken
    );

    private static IReadOnlyList<string> Functional => ExitGate.Functional;

    [Test]
    public void The_bar_is_the_runbooks() =>
        ExitGate
            .Functional.Should()
            .Equal(
                "phase-08.0",
                "phase-08.1",
                "phase-08.2",
                "phase-08.3",
                "D-011.1",
                "D-011.2",
                "D-011.3",
                "D-011.4",
                "D-011.5",
                "D-011.6"
            );

    [Test]
    public void All_proven_is_formally_closed()
    {
        ExitGate.Level(Scenarios.Whole).Should().Be(AcceptanceLevel.FormallyClosed);
        ExitGate.Judge(Scenarios.Whole).Sentence.ToString().Should().Contain("formally closed");
    }

    [TestCaseSource(nameof(Functional))]
    public void Each_item_alone_decides(string tag)
    {
        foreach (
            var red in new[]
            {
                Broken,
                Verdict.NotKnown($"unread"),
                new Verdict.Blocked("vault", $"sealed"),
                new Verdict.NotPermitted($"a create", Permit.Mutate),
            }
        )
        {
            var run = Scenarios.Whole.But(tag, red);
            ExitGate.Level(run).Should().Be(AcceptanceLevel.NotAccepted, "{0} is {1}", tag, red.Word);
            ExitGate
                .Judge(run)
                .Should()
                .BeOfType<Verdict.Broken>()
                .Which.Findings.Should()
                .ContainSingle()
                .Which.Victim.Should()
                .Be(tag);
        }
    }

    [TestCaseSource(nameof(Functional))]
    public void An_item_that_did_not_run_is_unknown_by_name(string tag)
    {
        ExitGate.Level(Scenarios.Whole.Without(tag)).Should().Be(AcceptanceLevel.NotAccepted);
        ExitGate.Judge(Scenarios.Whole.Without(tag)).Sentence.ToString().Should().Be($"not known: {tag} did not run");
    }

    [TestCaseSource(nameof(Functional))]
    public void An_item_that_was_not_asked_fails_nothing_and_never_counts_as_accepted(string tag)
    {
        ExitGate.Level(Scenarios.Whole.But(tag, NotAsked)).Should().Be(AcceptanceLevel.NotAccepted);
        ExitGate
            .Judge(Scenarios.Whole.But(tag, NotAsked))
            .Should()
            .BeOfType<Verdict.NotAsked>()
            .Which.WhoDecided.ToString()
            .Should()
            .StartWith(tag);
    }

    [Test]
    public void One_red_scenario_of_an_item_outweighs_its_green_ones() =>
        ExitGate
            .Level([.. Scenarios.Whole, Scenarios.Of(Broken, null, "Acceptance", "D-011.2")])
            .Should()
            .Be(AcceptanceLevel.NotAccepted);

    [Test]
    public void A_rehearsal_counts_for_nothing()
    {
        ExitGate
            .Level([.. Scenarios.Whole, Scenarios.Of(Broken, null, "rehearsal", "D-011.2")])
            .Should()
            .Be(AcceptanceLevel.FormallyClosed);
        ExitGate
            .Level([.. Scenarios.Whole.Without("D-011.2"), Scenarios.Of(Facts.Keep(), null, "rehearsal", "D-011.2")])
            .Should()
            .Be(AcceptanceLevel.NotAccepted);
    }

    [Test]
    public void Without_the_snapshots_it_is_functionally_accepted_and_no_more()
    {
        foreach (
            var run in new[]
            {
                Scenarios.Whole.Without("D-011.7"),
                Scenarios.Whole.But("D-011.7", Waived),
                Scenarios.Whole.But("D-011.7", NotAsked),
            }
        )
        {
            ExitGate.Level(run).Should().Be(AcceptanceLevel.FunctionallyAccepted);
            ExitGate
                .Judge(run)
                .Should()
                .BeOfType<Verdict.Kept>()
                .Which.Because.ToString()
                .Should()
                .Contain("functionally accepted")
                .And.Contain("not formally closed");
        }

        ExitGate
            .Level([.. Scenarios.Whole, Scenarios.Of(Waived, null, "Acceptance", "D-011.7")])
            .Should()
            .Be(AcceptanceLevel.FunctionallyAccepted, "one of its scenarios is only waived");
        ExitGate.Judge(Scenarios.Whole.But("D-011.7", Broken)).Should().BeOfType<Verdict.Broken>("nobody waived it");
    }

    [Test]
    public void The_clean_delete_is_optional_but_not_when_it_fails()
    {
        ExitGate.Level(Scenarios.Whole.Without("phase-08.5")).Should().Be(AcceptanceLevel.FormallyClosed);
        ExitGate.Level(Scenarios.Whole.But("phase-08.5", NotAsked)).Should().Be(AcceptanceLevel.FormallyClosed);
        ExitGate.Level(Scenarios.Whole.But("phase-08.5", Broken)).Should().Be(AcceptanceLevel.NotAccepted);
        ExitGate.Judge(Scenarios.Whole.But("phase-08.5", Broken)).Word.Should().Be("broken");
    }

    [Test]
    public void A_contradicted_deferral_breaks_the_gate() =>
        ExitGate.Judge(Scenarios.Whole.But("D-011.8", Broken)).Word.Should().Be("broken");

    [Test]
    public void A_row_is_the_worst_of_its_scenarios()
    {
        ExitGate.Row(Scenarios.Whole, "D-011.9").Should().BeNull();
        ExitGate
            .Row([.. Scenarios.Whole, Scenarios.Of(Broken, null, "Acceptance", "D-011.2")], "D-011.2")!
            .Word.Should()
            .Be("broken");
        ExitGate.Row(Scenarios.Whole, "D-011.2")!.Word.Should().Be("kept");
    }

    [TestCaseSource(typeof(Seeds), nameof(Seeds.All))]
    public void The_gate_and_the_level_never_disagree(int seed)
    {
        var random = new Random(seed);
        Verdict[] drawn =
        [
            Facts.Keep(),
            Facts.Keep(),
            Facts.Keep(),
            new Verdict.Recovered($"again", $"a restart"),
            Waived,
            NotAsked,
            Broken,
            Verdict.NotKnown($"unread"),
            new Verdict.Blocked("vault", $"sealed"),
        ];
        var run = Scenarios
            .Whole.Select(one => random.Next(4) == 0 ? one with { Verdict = random.OneOf(drawn) } : one)
            .ToArray();
        var (level, verdict) = (ExitGate.Level(run), ExitGate.Judge(run));
        if (verdict.Passes)
            level.Should().NotBe(AcceptanceLevel.NotAccepted);
        if (level == AcceptanceLevel.NotAccepted)
            verdict.Passes.Should().BeFalse();
        foreach (var tag in Functional)
        {
            if (level != AcceptanceLevel.NotAccepted)
                run.Single(one => one.Tags.Contains(tag)).Verdict.Passes.Should().BeTrue(tag);
        }
    }
}
