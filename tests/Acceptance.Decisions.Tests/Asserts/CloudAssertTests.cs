using Acceptance.Decisions.Asserts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Asserts;

/// <summary>The list of cloud-assert, and how a sweep of it is summed up.</summary>
public class CloudAssertTests
{
    [Test]
    public void The_items_are_A1_to_A12_in_order_and_each_is_held_by_checks_of_the_catalogue()
    {
        CloudAssert
            .Items.Select(item => item.Id)
            .Should()
            .Equal(Enumerable.Range(1, 12).Select(number => $"A{number}"));
        foreach (var item in CloudAssert.Items)
            item.Checks.Should().NotBeEmpty().And.BeSubsetOf(CheckCatalogue.All, item.Id);
    }

    [TestCase("a4", "A4")]
    [TestCase("A12", "A12")]
    [TestCase("A13", null)]
    [TestCase("", null)]
    public void An_item_is_found_whatever_the_case(string typed, string? found) =>
        CloudAssert.Find(typed)?.Id.Should().Be(found);

    [Test]
    public void What_is_held_back_counts_for_no_failure_of_its_own_and_is_no_pass()
    {
        var red = Verdict.Break($"it is sealed", "vault/0", "restart-3");
        var sweep = Swept((4, red), (10, Verdict.Hold("vault", red)));
        sweep.Failed.Should().Be(1);
        sweep.Passes.Should().BeFalse();
        sweep.Closing.Should().Be("CLOUD-ASSERT: FAIL (1)");
        sweep.Lines[4].Line.ToString().Should().EndWith(": it is sealed (known issue restart-3)");
        sweep.Lines[10].Word.Should().Be("HELD");
    }

    [Test]
    public void What_is_not_known_fails_and_what_leads_nowhere_says_so()
    {
        var sweep = Swept((2, Verdict.NotKnown($"nobody answered")));
        sweep.Closing.Should().Be("CLOUD-ASSERT: FAIL (1)");
        sweep.Lines[2].Word.Should().Be("UNKNOWN");
        sweep.Lines[2].Line.ToString().Should().EndWith("(no known issue)");
    }

    [Test]
    public void What_the_site_does_not_have_is_not_asked_and_fails_nothing() =>
        Swept((10, new Verdict.NotAsked($"the site has no workload section")))
            .Closing.Should()
            .Be("CLOUD-ASSERT: PASS");

    [Test]
    public void A_red_rung_that_no_item_asks_has_a_line_of_its_own()
    {
        var rung = Ladder.Rungs[Ladder.Height("capi")];
        var gate = CheckCatalogue.GatesOf("capi")[0];
        var red = Verdict.Break($"it does not run", "capo", null);
        var sweep = Swept() with { Rungs = [new RungRecord(rung, red, null)], Asked = [(rung, gate, red)] };
        sweep.Lines.Should().HaveCount(13);
        sweep.Lines[12].Item.Id.Should().Be("capi");
        sweep.Closing.Should().Be("CLOUD-ASSERT: FAIL (1)");
        sweep.LowestRed.Should().Be("capi");
    }

    private static Sweep Swept(params (int Index, Verdict Verdict)[] spoiled) =>
        new(
            [
                .. CloudAssert.Items.Select(
                    (item, index) =>
                        new AssertedItem(
                            item,
                            spoiled.FirstOrDefault(one => one.Index == index).Verdict ?? Facts.Keep()
                        )
                ),
            ],
            [],
            [],
            true
        );
}
