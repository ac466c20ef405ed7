namespace Acceptance.Decisions.Waits;

/// <summary>How long a named wait may take, how often it looks, and where the figure comes from.</summary>
public sealed record Budget(string Name, TimeSpan Limit, TimeSpan Interval, string Source);
