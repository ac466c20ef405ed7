namespace Acceptance.Benchmarks.Answers;

/// <summary>One pass over all questions: the answers, and the wall from the first thing that was read to the last answer.</summary>
internal sealed record OurAnswers(IReadOnlyList<Answer> Answers, TimeSpan Wall);
