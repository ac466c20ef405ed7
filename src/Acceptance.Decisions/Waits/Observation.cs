using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Decisions.Waits;

/// <summary>What one look of a wait saw.</summary>
public abstract record Observation<T>
{
    /// <summary>The state was reached.</summary>
    public sealed record Reached(T Value) : Observation<T>;

    /// <summary>Not yet; the last thing seen, and what it was read from.</summary>
    public sealed record NotYet(Sentence Seen, Evidence? Evidence = null) : Observation<T>;

    /// <summary>A state from which it cannot become right: waiting longer is no use.</summary>
    public sealed record Never(Sentence Seen, string? Entry = null, Evidence? Evidence = null) : Observation<T>;

    private Observation() { }
}
