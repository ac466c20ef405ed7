using Reqnroll.BoDi;

namespace Reqnroll;

public class ScenarioContext : ReqnrollContext, IScenarioContext
{
    internal ScenarioContext(IObjectContainer scenarioContainer, ScenarioInfo scenarioInfo, RuleInfo? ruleInfo)
    {
        ScenarioContainer = scenarioContainer;
        ScenarioInfo = scenarioInfo;
        RuleInfo = ruleInfo;
    }

    public ScenarioInfo ScenarioInfo { get; }

    /// <summary>The rule the scenario stands under, or null.</summary>
    public RuleInfo? RuleInfo { get; }

    public ScenarioBlock CurrentScenarioBlock { get; internal set; }

    public IObjectContainer ScenarioContainer { get; }

    public ScenarioExecutionStatus ScenarioExecutionStatus { get; internal set; }

    /// <summary>The step that runs, or ran last; outside of steps it is null in both packages.</summary>
    public ScenarioStepContext StepContext { get; internal set; } = null!;

    /// <summary>The step is known and not yet written.</summary>
    public void Pending() => throw new PendingStepException();
}
