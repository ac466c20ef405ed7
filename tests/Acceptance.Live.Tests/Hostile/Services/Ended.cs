namespace Acceptance.Live.Tests.Hostile.Services;

/// <summary>How a question to a hostile service ended.</summary>
/// <param name="Why">"seen", or why there is no reading.</param>
/// <param name="Sentence">What is told; of a reading, how much it holds.</param>
/// <param name="Evidence">What a report would show beside it.</param>
internal sealed record Ended(string Why, string Sentence, string Evidence);
