using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs;

/// <summary>Carries a verdict up from what a step relied on.</summary>
public sealed class VerdictException(Verdict verdict) : Exception(Published.OnConsole(verdict.Sentence))
{
    public Verdict Verdict { get; } = verdict;
}
