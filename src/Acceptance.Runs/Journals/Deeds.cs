using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Locks;

namespace Acceptance.Runs.Journals;

/// <summary>The way to a mutation: permitted, the cloud held for this run, every deed in the journal.</summary>
public sealed class Deeds(Permit permit, CloudHold hold, Journal journal)
{
    public Journal Journal { get; } = journal;

    public bool May(Permit needed) => permit >= needed;

    /// <summary>Throws the verdict of a permit that this run lacks.</summary>
    /// <param name="what">What was to be done, to be read before "needs the permit".</param>
    public void Demand(Permit needed, Sentence what)
    {
        if (!May(needed))
            throw new VerdictException(new Verdict.NotPermitted(what, needed));
    }

    /// <summary>Before the first of them: the cloud is held, and what dead runs of ours left is swept.</summary>
    public Task Hold() => hold.Take();
}
