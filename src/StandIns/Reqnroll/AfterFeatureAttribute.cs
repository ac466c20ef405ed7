namespace Reqnroll;

public sealed class AfterFeatureAttribute(params string[] tags) : HookAttribute(Bindings.HookType.AfterFeature, tags);
