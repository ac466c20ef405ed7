namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>
/// A stretch without an answer: from the last answer before it to the first after it, less one interval (cloud time).
/// </summary>
public sealed record Gap(DateTimeOffset From, TimeSpan Length);
