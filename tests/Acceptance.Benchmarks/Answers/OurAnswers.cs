namespace Acceptance.Benchmarks.Answers;

/// <summary>One pass over all questions.</summary>
/// <param name="Opening">Before anything was asked: the site read, the drivers opened.</param>
/// <param name="Asking">From the first question to the last answer: tokens, handshakes and all.</param>
internal sealed record OurAnswers(IReadOnlyList<Answer> Answers, TimeSpan Opening, TimeSpan Asking)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public TimeSpan Wall => Opening + Asking;
}
