using Reqnroll;

namespace Acceptance.StandIns.Tests.Reqnroll;

[Binding]
public sealed class TaggedHooks(HookLog log)
{
    [BeforeScenario("@other", "absent", Order = 10)]
    public void OnlyWhereTagged() => log.Text += " other";

    [BeforeScenario("absent")]
    public void Never() => log.Text += " never";

    [Then("the scope is {string}")]
    [Scope(Feature = "Hooks", Tag = "other")]
    public void ThenTheScopeIs(string scope) => scope.Should().Be("scenario, in this feature and under a tag");
}
