using Reqnroll;

namespace Acceptance.StandIns.Tests.Reqnroll;

[Binding]
[Scope(Feature = "Hooks")]
public sealed class HookSteps(HookLog log, ScenarioContext scenario, FeatureContext feature)
{
    private bool yielded;

    [BeforeFeature]
    public static void Feature(FeatureContext feature, RunWideLog run) => feature.Set(run.Text + " feature", "log");

    [BeforeScenario(Order = 20)]
    public void BeforeScenario() => log.Text += " scenario";

    [BeforeScenario(Order = -1)]
    public async Task BeforeScenarioEarly()
    {
        await Task.Yield();
        log.Text += feature.Get<string>("log") + " early";
    }

    [BeforeScenarioBlock]
    public void BeforeBlock() => log.Text += $" [{scenario.CurrentScenarioBlock.ToString().ToLowerInvariant()} ";

    [AfterScenarioBlock]
    public ValueTask AfterBlock()
    {
        log.Text += $" {scenario.CurrentScenarioBlock.ToString().ToLowerInvariant()}]";
        return ValueTask.CompletedTask;
    }

    [BeforeStep]
    public void BeforeStep() => log.Text += "(";

    [AfterStep]
    public void AfterStep()
    {
        var step = scenario.StepContext.StepInfo;
        log.Text += $"{step.StepDefinitionType} {step.Text})";
        scenario.StepContext.Status.Should().Be(ScenarioExecutionStatus.OK);
    }

    [StepDefinition("a step")]
    public void AStep() { }

    [Then("the hooks so far were")]
    public void ThenTheHooksWere(string expected) => log.Text.Should().Be(expected);

    [Given("a task")]
    public async Task GivenATask()
    {
        await Task.Yield();
        yielded = true;
    }

    [When("a value task")]
    public async ValueTask WhenAValueTask()
    {
        await Task.Yield();
        yielded.Should().BeTrue();
    }

    [Then("the scope is {string}")]
    public void ThenTheScopeIs(string scope) => scope.Should().Be("feature");
}
