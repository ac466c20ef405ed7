namespace Acceptance.Cloud;

/// <summary>How something that was granted ended: "200", "exit 1", or the failure's own word ("TimedOut").</summary>
public sealed record Exchange(Intent Intent, string Outcome, DateTimeOffset At);
