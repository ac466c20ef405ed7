namespace Reqnroll;

public sealed class BeforeFeatureAttribute(params string[] tags) : HookAttribute(Bindings.HookType.BeforeFeature, tags);
