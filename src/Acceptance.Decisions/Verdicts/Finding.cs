using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Decisions.Verdicts;

/// <summary>One thing that is broken.</summary>
/// <param name="Sentence">What is wrong, with the value that was read.</param>
/// <param name="Victim">The unit, host, load balancer or VIP it is about, by the name an operator knows.</param>
/// <param name="Entry">The coverage tag of the known issue it routes to; null when none is known.</param>
/// <param name="Evidence">What it was read from.</param>
public sealed record Finding(Sentence Sentence, string Victim, string? Entry, Evidence Evidence)
{
    /// <summary>
    /// What was seen is a state in between (an agent at work, a server that rises): it is looked at again before it is
    /// red.
    /// </summary>
    public bool MaySettle { get; init; }

    /// <summary>The unit that the victim complains of, where it is another; null: itself.</summary>
    public string? PointsAt { get; init; }

    /// <summary>The known issue at the victim; where none is known, the question that showed it.</summary>
    public Cause Cause =>
        Entry is { } entry
            ? new Cause(CauseKind.KnownIssue, entry, Victim)
            : new Cause(CauseKind.Seen, Cause.Question(Evidence), Victim);
}
