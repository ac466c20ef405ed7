namespace Reqnroll;

public sealed class AfterStepAttribute(params string[] tags) : HookAttribute(Bindings.HookType.AfterStep, tags);
