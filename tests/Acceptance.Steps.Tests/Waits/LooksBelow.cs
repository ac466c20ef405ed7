using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Waits;

namespace Acceptance.Steps.Tests.Waits;

/// <summary>What lies below a wait, look by look; the last one stays.</summary>
internal sealed class LooksBelow(params IReadOnlyList<Verdict.Broken?> looks) : ILookBelow
{
    public int Looks { get; private set; }

    public Task<Verdict.Broken?> MeanWhile() => Task.FromResult(looks[Math.Min(Looks++, looks.Count - 1)]);

    public Task<Verdict.Broken?> AtTheEnd() => Task.FromResult(looks[^1]);
}
