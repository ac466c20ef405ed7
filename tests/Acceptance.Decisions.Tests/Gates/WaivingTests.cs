using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Gates;

public class WaivingTests
{
    private static readonly string[] Tags = ["Acceptance", "D-011.7", "waivable"];

    private static readonly Verdict Broken = Verdict.Break($"no Snapshot 1", "host-0", "D-011.7");

    private static readonly Verdict Contradicted = new Verdict.Broken([
        new($"a name service is offered", "designate", "D-011.8", Facts.Read),
    ])
    {
        ContradictsWaiver = true,
    };

    [Test]
    public void A_waiver_in_date_covers_what_is_broken_or_unknown()
    {
        Apply(Broken, Until(1)).Verdict.Should().Be(new Verdict.Waived(Until(1), Broken));
        Apply(Verdict.NotKnown($"nothing read"), Until(1)).Verdict.Word.Should().Be("waived");
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void An_expired_waiver_covers_nothing_and_says_so(int days)
    {
        var (verdict, note) = Apply(Broken, Until(days));
        verdict.Should().BeSameAs(Broken);
        note!
            .ToString()
            .Should()
            .Be($"the waiver of D-011.7 by M. Okafor expired on {Facts.Now.AddDays(days):yyyy-MM-dd}");
    }

    [Test]
    public void A_contradicted_waiver_does_not_hold()
    {
        var (verdict, note) = Waiving.Apply(Contradicted, Tags, [Until(1)], Facts.Now);
        verdict.Should().BeSameAs(Contradicted);
        note!.ToString().Should().Contain("contradicted");
    }

    [Test]
    public void A_renewed_waiver_holds_beside_the_expired_one() =>
        Apply(Broken, Until(-9), Until(9)).Verdict.Word.Should().Be("waived");

    [Test]
    public void What_is_not_waivable_is_not_waived() =>
        Waiving.Apply(Broken, ["D-011.7"], [Until(1)], Facts.Now).Should().Be((Broken, (Sentence?)null));

    [Test]
    public void A_waiver_of_another_item_covers_nothing() =>
        Waiving.Apply(Broken, ["D-011.8", "waivable"], [Until(1)], Facts.Now).Should().Be((Broken, (Sentence?)null));

    [Test]
    public void What_is_kept_held_back_or_not_asked_needs_no_waiver()
    {
        foreach (
            var verdict in new[] { Facts.Keep(), new Verdict.Blocked("vault", $"sealed"), new Verdict.NotAsked($"no") }
        )
            Apply(verdict, Until(-1)).Should().Be((verdict, (Sentence?)null));
    }

    private static (Verdict Verdict, Sentence? Note) Apply(Verdict verdict, params SiteWaiver[] waivers) =>
        Waiving.Apply(verdict, Tags, waivers, Facts.Now);

    private static SiteWaiver Until(int days) =>
        new()
        {
            Item = "D-011.7",
            Owner = "M. Okafor",
            Reason = "later",
            Expires = Facts.Now.AddDays(days),
        };
}
