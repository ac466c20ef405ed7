using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Waits;

namespace Acceptance.Decisions.Tests.Waits;

public class BudgetsTests
{
    private static readonly Site Site = new()
    {
        Name = "edge-lab",
        Credentials = new(),
        Budgets = new Dictionary<string, TimeSpan> { ["failover"] = TimeSpan.FromMinutes(9) },
    };

    [TestCaseSource(nameof(Names))]
    public void A_budget_is_looked_at_more_than_once_and_names_its_source(string name)
    {
        var budget = Budgets.Of(Site, name);
        budget.Interval.Should().BePositive();
        budget.Limit.Should().BeGreaterThanOrEqualTo(budget.Interval * 4);
        budget.Source.Should().NotBeNullOrWhiteSpace();
        budget.Name.Should().Be(name);
    }

    [Test]
    public void A_site_overrules_the_limit_and_is_named_for_it()
    {
        var budget = Budgets.Of(Site, "failover");
        budget.Limit.Should().Be(TimeSpan.FromMinutes(9));
        budget.Source.Should().Be("the site");
        budget.Interval.Should().Be(Budgets.ByName["failover"].Interval);
    }

    [Test]
    public void An_unknown_budget_is_refused_with_the_known_ones() =>
        FluentActions
            .Invoking(() => Budgets.Of(Site, "forever"))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("'forever' is no budget: known are *failover*");

    /// <summary>The figures the runbooks give are inside of their budgets, with room.</summary>
    [TestCase("failover", 108)]
    [TestCase("cluster create", 20 * 60)]
    [TestCase("image import", 10 * 60)]
    [TestCase("capo resync", 10 * 60)]
    public void A_budget_holds_what_the_runbooks_saw(string name, int seconds) =>
        Budgets.ByName[name].Limit.TotalSeconds.Should().BeGreaterThan(seconds * 1.2);

    private static IEnumerable<string> Names => Budgets.ByName.Keys;
}
