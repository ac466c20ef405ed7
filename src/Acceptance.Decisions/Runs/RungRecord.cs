using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Runs;

/// <summary>A rung that was tried, and when; one that was not tried has no verdict.</summary>
public sealed record RungRecord(Rung Rung, Verdict? Verdict, DateTimeOffset? At);
