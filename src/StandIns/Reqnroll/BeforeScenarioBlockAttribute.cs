namespace Reqnroll;

public sealed class BeforeScenarioBlockAttribute(params string[] tags)
    : HookAttribute(Bindings.HookType.BeforeScenarioBlock, tags);
