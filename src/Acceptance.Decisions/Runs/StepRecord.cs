namespace Acceptance.Decisions.Runs;

/// <summary>One line of a scenario: keyword, text, and the word of its outcome (passed, failed, skipped).</summary>
public sealed record StepRecord(string Keyword, string Text, string Outcome);
