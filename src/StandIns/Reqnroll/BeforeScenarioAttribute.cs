namespace Reqnroll;

public class BeforeScenarioAttribute(params string[] tags) : HookAttribute(Bindings.HookType.BeforeScenario, tags);
