namespace Reqnroll;

/// <summary>The short name of <see cref="AfterScenarioAttribute"/>.</summary>
public sealed class AfterAttribute(params string[] tags) : AfterScenarioAttribute(tags);
