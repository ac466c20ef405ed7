namespace Reqnroll;

public class AfterScenarioAttribute(params string[] tags) : HookAttribute(Bindings.HookType.AfterScenario, tags);
