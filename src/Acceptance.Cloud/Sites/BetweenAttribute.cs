namespace Acceptance.Cloud.Sites;

/// <summary>The least and the most a whole number (or each of a list) may be.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BetweenAttribute(int least, int most = int.MaxValue) : Attribute
{
    public int Least { get; } = least;

    public int Most { get; } = most;
}
