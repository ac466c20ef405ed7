namespace Reqnroll;

public sealed class AfterTestRunAttribute() : HookAttribute(Bindings.HookType.AfterTestRun, []);
