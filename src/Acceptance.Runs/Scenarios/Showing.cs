namespace Acceptance.Runs.Scenarios;

/// <summary>How an entered verdict shows, and the words beside it.</summary>
public sealed record Showing(ShownAs As, string Words);
