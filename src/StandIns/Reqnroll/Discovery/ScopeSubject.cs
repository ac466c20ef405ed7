namespace Reqnroll.Discovery;

/// <summary>What a scope is asked about: the feature, and the scenario once there is one.</summary>
internal sealed record ScopeSubject(IReadOnlyCollection<string> Tags, string? Feature, string? Scenario)
{
    public static readonly ScopeSubject Run = new([], null, null);
}
