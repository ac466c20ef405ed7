using System.Text.Json.Serialization;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Runs;

namespace Acceptance.Runs.Journals;

/// <summary>
/// One deed in the journal. Deed identifies it across its lines; Swept names the run that cleaned up after it.
/// </summary>
public sealed record JournalEntry
{
    public required string Deed { get; init; }

    public required string Run { get; init; }

    public required string What { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Id { get; init; }

    public required DateTimeOffset Planned { get; init; }

    public DateTimeOffset? Ended { get; init; }

    [JsonConverter(typeof(DeedOutcomeWord))]
    public required DeedOutcome Outcome { get; init; }

    /// <summary>The sentence with which it failed.</summary>
    [JsonConverter(typeof(SentenceText))]
    public Sentence? Why { get; init; }

    public string? Swept { get; init; }
}
