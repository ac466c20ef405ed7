namespace Acceptance.Decisions.Runs;

/// <summary>
/// One deed of the run on the cloud, as the journal keeps it: planned, then how it ended. Times are the cloud's.
/// </summary>
/// <param name="What">"create", "delete", "failover" ...</param>
/// <param name="Kind">"cluster", "service", "image" ...</param>
/// <param name="Id">The exact id or name, once known.</param>
/// <param name="Why">The sentence with which it failed; null for one that did not.</param>
public sealed record MutationRecord(
    string What,
    string Kind,
    string Name,
    string? Id,
    DateTimeOffset Planned,
    DateTimeOffset? Ended,
    DeedOutcome Outcome,
    string? Why,
    string? Deviation
)
{
    /// <summary>planned, done, failed: SENTENCE, removed.</summary>
    public string OutcomeWords =>
        Why is null ? Outcome.ToString().ToLowerInvariant() : $"{Outcome.ToString().ToLowerInvariant()}: {Why}";
}
