namespace Acceptance.Cloud;

/// <summary>A reading of whatever: what every <see cref="Reading{T}"/> has, seen or not.</summary>
public abstract record AnyReading
{
    private protected AnyReading() { }

    /// <summary>The exchange behind it.</summary>
    public abstract Evidence Evidence { get; init; }

    /// <summary>Whether there is a fact in it.</summary>
    public abstract bool IsRead();
}
