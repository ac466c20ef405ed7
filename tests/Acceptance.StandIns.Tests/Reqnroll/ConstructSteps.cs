using Reqnroll;

namespace Acceptance.StandIns.Tests.Reqnroll;

[Binding]
[Scope(Feature = "Gherkin construct by construct")]
public sealed class ConstructSteps(ScenarioContext scenario, WordLog log)
{
    private IReadOnlyList<Host> hosts = [];
    private string text = "";

    [Given("an empty log")]
    public void GivenAnEmptyLog() => log.Add("background");

    [StepDefinition("the word {string}")]
    public void TheWord(string word) => log.Add(word);

    [Then("the log reads {string}")]
    public void ThenTheLogReads(string words) => log.ToString().Should().Be(words);

    [When("these hosts are read")]
    public void WhenTheseHostsAreRead(DataTable table) => hosts = [.. table.CreateSet<Host>()];

    [Then("{int} host(s) is/are known")]
    public void ThenHostsAreKnown(int count) => hosts.Should().HaveCount(count);

    [Then("the hosts are")]
    public void ThenTheHostsAre(DataTable table) => table.CompareToSet(hosts);

    [When("the text is")]
    public void WhenTheTextIs(string lines) => text = lines;

    [Then("the text has {int} lines")]
    public void ThenTheTextHasLines(int count) => text.Split('\n').Should().HaveCount(count);

    [Then(@"^(\d+) host is in unit (\d+) <or not>$")]
    public void ThenHostIsInUnit(int _, int unit) => hosts.Should().ContainSingle(host => host.RackUnit == unit);

    [Then("the rule is {string}")]
    public void ThenTheRuleIs(string title) => scenario.RuleInfo!.Title.Should().Be(title);

    [Then("the combined tags are {string}")]
    public void ThenTheCombinedTagsAre(string tags) =>
        scenario.ScenarioInfo.CombinedTags.Should().BeEquivalentTo(tags.Split(", "));
}
