namespace Acceptance.Cloud.Sites;

/// <summary>
/// Marks a literal of the site file with how long it is true; the JSON schema and `site check` read it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LifetimeAttribute(Lifetime lifetime) : Attribute
{
    public Lifetime Lifetime { get; } = lifetime;
}
