namespace Reqnroll;

/// <summary>The short name of <see cref="BeforeScenarioAttribute"/>.</summary>
public sealed class BeforeAttribute(params string[] tags) : BeforeScenarioAttribute(tags);
