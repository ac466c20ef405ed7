namespace Acceptance.Cloud.Sites;

/// <summary>The only words a text (or each text of a list) may be.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AllowedAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words { get; } = words;
}
