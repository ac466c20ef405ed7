using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>After every scenario: what it opened is closed, what it left is removed.</summary>
[Binding]
public sealed class EndHooks(ScenarioEnd end)
{
    [AfterScenario]
    public Task End() => end.Come();
}
