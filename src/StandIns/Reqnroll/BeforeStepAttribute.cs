namespace Reqnroll;

public sealed class BeforeStepAttribute(params string[] tags) : HookAttribute(Bindings.HookType.BeforeStep, tags);
