namespace Reqnroll;

public sealed class BeforeTestRunAttribute() : HookAttribute(Bindings.HookType.BeforeTestRun, []);
