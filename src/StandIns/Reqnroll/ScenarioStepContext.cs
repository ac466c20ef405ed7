namespace Reqnroll;

public class ScenarioStepContext : ReqnrollContext, IScenarioStepContext
{
    internal ScenarioStepContext(StepInfo stepInfo) => StepInfo = stepInfo;

    public StepInfo StepInfo { get; }

    public ScenarioExecutionStatus Status { get; set; }

    public Exception? StepError { get; set; }
}
