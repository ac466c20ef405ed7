using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks;

/// <summary>
/// A promise of the cloud as a value: which facts are read for it, and how they are judged. All of them stand in
/// <see cref="CheckCatalogue"/>.
/// </summary>
public sealed record Check
{
    /// <summary>Noun and state, in words joined by hyphens: "machines-started".</summary>
    public required string Id { get; init; }

    /// <summary>One sentence that reads after "the cloud keeps its promise that".</summary>
    public required string Promise { get; init; }

    /// <summary>The layer it belongs to: a rung's id.</summary>
    public required string Rung { get; init; }

    /// <summary>Whether its rung stands or falls with it; else it is asked by who asks for it.</summary>
    public bool Gates { get; init; }

    /// <summary>What the site must have: without it the check is not asked.</summary>
    public IReadOnlyList<SiteNeed> Needs { get; init; } = [];

    /// <summary>Checks that must be kept before this one is asked: what they find explains it.</summary>
    public IReadOnlyList<Check> After { get; init; } = [];

    /// <summary>
    /// For hearsay: checks that are asked when this one is broken, in order; the first that is broken too is what to
    /// act upon.
    /// </summary>
    public IReadOnlyList<Check> ExplainedBy { get; init; } = [];

    /// <summary>The facts that the judgement may look at.</summary>
    public required IReadOnlyList<FactKey> Facts { get; init; }

    /// <summary>Facts to verdict: no I/O, no clock, no statics.</summary>
    public required Func<FactSheet, Verdict> Judgement { get; init; }

    /// <summary>What the site says about asking it at all; null when it may be asked.</summary>
    public Verdict? NotAskedOn(FactSheet sheet) => NotAskedOn(sheet.Site);

    /// <inheritdoc cref="NotAskedOn(FactSheet)"/>
    public Verdict? NotAskedOn(Acceptance.Cloud.Sites.Site site) =>
        Needs.FirstOrDefault(need => !need.IsMetBy(site)) is { } missing
            ? new Verdict.NotAsked($"the site has no {missing.Section} section")
            : null;

    public Verdict Judge(FactSheet sheet) => NotAskedOn(sheet) ?? Reservations.Said(Judgement(sheet), sheet, Facts);

    public override string ToString() => Id;
}
