namespace Acceptance.Cloud.Live.Transport;

/// <inheritdoc cref="IAttempt"/>
internal sealed record Attempt<T>(T Result, bool Repeatable = false, TimeSpan? Pause = null) : IAttempt;
