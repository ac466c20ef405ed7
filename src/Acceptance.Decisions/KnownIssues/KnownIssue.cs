using System.Diagnostics.CodeAnalysis;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Traps;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>
/// One entry of the troubleshooting index. Everything that is known of it stands here, once: aliases, rosters of
/// faults, matrices, the reports' index and what a twin says of a fault derive from it.
/// </summary>
public sealed record KnownIssue
{
    /// <summary>The coverage tag: D-045, restart-3, LB-failover.</summary>
    public required string Id { get; init; }

    /// <summary>Other names that the runbooks and the operator give it; no two entries share one.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public required KnownIssueKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Runbook and heading: "appendix-A, Image seeding".</summary>
    public required string Heading { get; init; }

    /// <summary>The phases whose runbooks meet it: "phase-08".</summary>
    public IReadOnlyList<string> Phases { get; init; } = [];

    /// <summary>The rung of the ladder that it breaks.</summary>
    public required string Rung { get; init; }

    /// <summary>What an operator sees, in the runbook's words.</summary>
    public required string Symptom { get; init; }

    /// <summary>
    /// The checks that must go red; none where no check of the catalogue looks (a deed of the run meets it).
    /// </summary>
    public IReadOnlyList<Check> SeenBy { get; init; } = [];

    /// <summary>The read that proves the cause, and what it must show. It changes nothing.</summary>
    public required StepText FastConfirm { get; init; }

    /// <summary>
    /// A regular expression for what the fast confirm prints, typed as it stands, while the cause is there, and prints
    /// no more when it is gone; null where nobody can type it (a person at a prompt, a browser).
    /// </summary>
    [StringSyntax(StringSyntaxAttribute.Regex)]
    public string? Shows { get; init; }

    public required string Cause { get; init; }

    /// <summary>
    /// Ids of the entries that follow from this one, so that they are no causes of their own while it stands.
    /// </summary>
    public IReadOnlyList<string> Explains
    {
        get =>
            [
                .. field
                    .Concat(Consequences.Where(one => !one.IsBeneath).Select(one => one.Entry).OfType<string>())
                    .Where(id => id != Id)
                    .Distinct(),
            ];
        init;
    } = [];

    /// <summary>
    /// What else goes red or unknown while it stands, each with what would show that it does not follow.
    /// </summary>
    public IReadOnlyList<Consequence> Consequences { get; init; } = [];

    /// <summary>
    /// Checks of those that see it which one of its faults leaves as they are, or which only a deed asks.
    /// </summary>
    public IReadOnlyList<(string Fault, Check Check)> Spares { get; init; } = [];

    public required IReadOnlyList<FixStep> Fix { get; init; }

    /// <summary>What makes it worse, each with the reason.</summary>
    public IReadOnlyList<string> DoNots { get; init; } = [];

    /// <summary>
    /// The deed that it warns of, where it can be typed; one of <see cref="DoNots"/> says it in words.
    /// </summary>
    public WarnedDeed? Warned { get; init; }

    /// <summary>What must be true again, read after "cured when".</summary>
    public required string Proof { get; init; }

    /// <summary>Ids of the twin's faults that make it.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>What looks like it and is told apart from it.</summary>
    public IReadOnlyList<NearMiss> NearMisses { get; init; } = [];

    /// <summary>Of a way of working that goes wrong: how it is shown, and what keeps clear of it.</summary>
    public Trap? Trap { get; init; }

    /// <summary>Of what is often taken for a fault: what features/lines/ID.look.sh shows of it.</summary>
    public Printed? LooksLike { get; init; }

    public override string ToString() => Id;
}
