namespace Reqnroll.Discovery;

/// <summary>Where a binding applies; null parts apply everywhere.</summary>
internal sealed record BindingScope(string? Tag, string? Feature, string? Scenario)
{
    /// <returns>How many parts matched; -1 where one does not.</returns>
    public int Match(ScopeSubject subject)
    {
        var matches = 0;
        return
            Holds(Tag, tag => subject.Tags.Contains(tag.TrimStart('@')), ref matches)
            && Holds(Feature, feature => feature == subject.Feature, ref matches)
            && Holds(Scenario, scenario => scenario == subject.Scenario, ref matches)
            ? matches
            : -1;
    }

    /// <returns>The best match among alternatives; 0 where nothing narrows the binding, -1 where none holds.</returns>
    public static int Best(IReadOnlyList<BindingScope> scopes, ScopeSubject subject) =>
        scopes.Count == 0 ? 0 : scopes.Max(scope => scope.Match(subject));

    private static bool Holds(string? part, Func<string, bool> test, ref int matches)
    {
        if (part is null)
        {
            return true;
        }

        matches++;
        return test(part);
    }
}
