namespace Acceptance.Cloud;

/// <summary>The exchange behind a fact, redacted.</summary>
/// <param name="Asked">What was asked: "GET https://…/v3 -> 300", or the argv as typed.</param>
/// <param name="ByHand">The runbook-style command that reproduces it by hand.</param>
/// <param name="Excerpt">The telling part of the answer, at most a few lines; empty where there was none.</param>
/// <param name="At">When it was read, on the cloud's clock.</param>
public sealed record Evidence(string Asked, string ByHand, string Excerpt, DateTimeOffset At)
{
    public static Evidence None { get; } = new("", "", "", default);
}
