namespace Acceptance.Cloud.Live.Transport;

/// <summary>One try of several, whatever it read.</summary>
internal interface IAttempt
{
    /// <summary>Whether another try could come to something else.</summary>
    bool Repeatable { get; }

    /// <summary>The pause that was asked for before it; null: ours.</summary>
    TimeSpan? Pause { get; }
}
