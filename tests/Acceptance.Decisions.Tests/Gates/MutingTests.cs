using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Gates;

/// <summary>Waivers of known issues.</summary>
public class MutingTests
{
    private static readonly Verdict One = Verdict.Break($"no server is up", "keystone/0", "D-045");

    private static readonly Verdict Two = new Verdict.Broken([Found("keystone/0"), Found("glance/1")]);

    private static readonly IReadOnlyCollection<Check> Asked = [NoBackendIsDown.Check];

    [TestCase("D-045", null)]
    [TestCase("d-045", "keystone/0")]
    [TestCase("DOCFIX-031", "KEYSTONE/0")]
    public void What_is_found_is_waived_by_any_name_of_its_entry(string item, string? victim)
    {
        var waiver = Until(1, item, victim);
        var (verdict, notes) = Muting.Apply(One, [waiver], Facts.Now);
        verdict.Should().Be(new Verdict.Waived(waiver, verdict.As<Verdict.Waived>().Underneath));
        verdict.As<Verdict.Waived>().Underneath.Sentence.Should().Be(One.Sentence);
        verdict.Passes.Should().BeTrue();
        verdict.Word.Should().Be("waived");
        verdict.RoutesTo.Should().Be("D-045");
        notes.Should().BeEmpty();
    }

    [Test]
    public void A_second_victim_is_not_covered_and_the_waiver_says_so()
    {
        var (verdict, notes) = Muting.Apply(Two, [Until(1, victim: "keystone/0")], Facts.Now);
        verdict.Should().BeSameAs(Two);
        notes
            .Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .Be(
                "the waiver of D-045 at keystone/0 by M. Okafor does not hold: it does not cover glance/1 (D-045), "
                    + "found beside it"
            );
    }

    [Test]
    public void A_finding_of_another_entry_is_not_covered()
    {
        var verdict = new Verdict.Broken([Found("keystone/0"), Found("keystone/0") with { Entry = null }]);
        Muting.Apply(verdict, [Until(1)], Facts.Now).Verdict.Should().BeSameAs(verdict);
    }

    [Test]
    public void Two_waivers_cover_two_victims_and_both_are_said()
    {
        var (verdict, notes) = Muting.Apply(
            Two,
            [Until(2, victim: "keystone/0"), Until(1, victim: "glance/1")],
            Facts.Now
        );
        verdict.As<Verdict.Waived>().Each.Select(one => one.By.Victim).Should().Equal("glance/1", "keystone/0");
        verdict.Sentence.ToString().Should().Contain("at glance/1").And.Contain("at keystone/0");
        notes.Should().BeEmpty();
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void An_expired_one_covers_nothing_and_says_so(int days)
    {
        var (verdict, notes) = Muting.Apply(One, [Until(days)], Facts.Now);
        verdict.Should().BeSameAs(One);
        notes
            .Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .Be($"the waiver of D-045 by M. Okafor expired on {Facts.Now.AddDays(days):yyyy-MM-dd}");
    }

    [Test]
    public void What_is_unknown_of_another_entry_or_of_the_bar_is_not_covered()
    {
        foreach (
            var (verdict, item) in new[]
            {
                (Verdict.NotKnown($"nothing read", "D-045"), "D-045"),
                (One, "restart-3"),
                (Verdict.Break($"no snapshot", "host-0", "D-011.7"), "D-011.7"),
            }
        )
            Muting.Apply(verdict, [Until(1, item)], Facts.Now).Verdict.Should().BeSameAs(verdict);
    }

    [Test]
    public void Several_that_are_waived_keep_each_who_answers()
    {
        var first = Muting.Apply(One, [Until(1)], Facts.Now).Verdict;
        var other = Muting.Apply(Verdict.Break($"sealed", "vault/0", "restart-3"), [Until(1, "restart-3")], Facts.Now);
        Verdict
            .All(Facts.Keep(), first, other.Verdict)
            .As<Verdict.Waived>()
            .Each.Select(one => one.By.Item)
            .Should()
            .Equal("D-045", "restart-3");
    }

    [Test]
    public void One_that_nothing_needs_is_said()
    {
        Muting
            .NotNeeded([Until(1), Until(-1, victim: "a/0")], Asked, [], Facts.Now)
            .Select(said => said.ToString())
            .Should()
            .Equal(
                "the waiver of D-045 by M. Okafor is not needed any more: nothing of it was found, so it can go from "
                    + "the site",
                $"the waiver of D-045 at a/0 by M. Okafor expired on {Facts.Now.AddDays(-1):yyyy-MM-dd} and is not "
                    + "needed any more: nothing of it was found, so it can go from the site"
            );
    }

    [Test]
    public void One_that_covers_what_was_found_or_whose_gate_was_not_asked_is_not_called_unneeded()
    {
        Muting.NotNeeded([Until(1)], Asked, [Found("keystone/0")], Facts.Now).Should().BeEmpty();
        Muting.NotNeeded([Until(1)], [], [], Facts.Now).Should().BeEmpty();
        Muting.NotNeeded([Until(1, "D-011.8")], Asked, [], Facts.Now).Should().BeEmpty();
    }

    private static Finding Found(string victim) => new($"no server is up at {victim}", victim, "D-045", Facts.Read);

    private static SiteWaiver Until(int days, string item = "D-045", string? victim = null) =>
        new()
        {
            Item = item,
            Victim = victim,
            Owner = "M. Okafor",
            Reason = "later",
            Expires = Facts.Now.AddDays(days),
        };
}
