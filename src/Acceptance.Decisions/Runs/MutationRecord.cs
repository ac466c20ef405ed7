using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;

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
    Sentence Name,
    Sentence? Id,
    DateTimeOffset Planned,
    DateTimeOffset? Ended,
    DeedOutcome Outcome,
    Sentence? Why,
    Sentence? Deviation
)
{
    /// <summary>planned, done, failed: SENTENCE, removed.</summary>
    public Sentence OutcomeWords => Why is null ? (Sentence)$"{Word}" : $"{Word}: {Why}";

    private string Word => ((State<DeedOutcome>)Outcome).Word;
}
