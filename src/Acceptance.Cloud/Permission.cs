using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud;

/// <summary>The gate's answer.</summary>
public abstract record Permission
{
    public sealed record Granted : Permission;

    /// <summary>The sentence says what was asked, which permit it needs, and the way out.</summary>
    public sealed record Refused(Sentence Sentence) : Permission;

    private Permission() { }

    public static Permission Yes { get; } = new Granted();

    public static Permission No(Sentence sentence) => new Refused(sentence);
}
