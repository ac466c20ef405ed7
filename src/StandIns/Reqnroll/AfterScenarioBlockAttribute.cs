namespace Reqnroll;

public sealed class AfterScenarioBlockAttribute(params string[] tags)
    : HookAttribute(Bindings.HookType.AfterScenarioBlock, tags);
