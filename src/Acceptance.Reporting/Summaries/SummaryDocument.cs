using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;
using Acceptance.Reporting.Standing;

namespace Acceptance.Reporting.Summaries;

/// <summary>The shape of summary.json, in camelCase. A key that does not apply is null, never absent.</summary>
/// <param name="Format">Always "acceptance-summary".</param>
/// <param name="Version">1; counts changes that take something away or give it another meaning.</param>
/// <param name="CloudSeconds">What the run took on the cloud's clock; <paramref name="WallSeconds"/> on the
/// machine's.</param>
/// <param name="Level">not accepted, functionally accepted, formally closed.</param>
/// <param name="Tone">green, amber (not proven), red.</param>
/// <param name="Counts">Scenarios by verdict: passed + failed + heldBack + waived + notAsked + notPermitted =
/// scenarios; unknown is a part of failed, recovered of passed.</param>
/// <param name="LowestRed">The lowest broken layer; null when nothing is red.</param>
/// <param name="Bar">D-011.1 to .8, phase-08.0 to .5, phase-08.exit. A verdict is one of the verdict words, or "not
/// run".</param>
/// <param name="Rungs">All 17, the lowest first. A verdict is one of the verdict words, or "not tried".</param>
/// <param name="Found">What was found and not made.</param>
public sealed record SummaryDocument(
    string Format,
    int Version,
    string RunId,
    string Site,
    string SiteFile,
    string Permit,
    string? Filter,
    DateTimeOffset Started,
    DateTimeOffset Ended,
    double CloudSeconds,
    double WallSeconds,
    string Level,
    string Tone,
    string Headline,
    Sentence Sentence,
    VerdictCounts Counts,
    SummaryDocument.CauseLine? LowestRed,
    IReadOnlyList<SummaryDocument.BarLine> Bar,
    IReadOnlyList<SummaryDocument.RungLine> Rungs,
    IReadOnlyList<SummaryDocument.WaiverLine> Waivers,
    IReadOnlyList<Sentence> Found,
    IReadOnlyList<Sentence> Remarks,
    int Mutations,
    IReadOnlyList<SummaryDocument.ScenarioLine> Scenarios
)
{
    public const string Name = "acceptance-summary";

    public sealed record CauseLine(
        string Rung,
        int Height,
        string Verdict,
        Sentence Sentence,
        string? Victim,
        IReadOnlyList<string> OtherVictims,
        string? Entry,
        string? Title,
        string? Cause,
        IReadOnlyList<FixLine> Fix,
        string? Proof,
        string? SeenBy,
        Sentence Asked,
        ByHand ByHand
    );

    public sealed record FixLine(string Step, string Permit);

    public sealed record BarLine(string Item, string Asks, string Verdict, Sentence Sentence);

    public sealed record RungLine(
        string Rung,
        int Height,
        string Verdict,
        Sentence Sentence,
        string? HeldBackBy,
        DateTimeOffset? At
    );

    public sealed record WaiverLine(
        string Item,
        string Owner,
        string Reason,
        DateTimeOffset Expires,
        Sentence Underneath
    );

    public sealed record ScenarioLine(
        string Feature,
        string Title,
        string File,
        IReadOnlyList<string> Tags,
        string? Layer,
        string Permit,
        string Verdict,
        Sentence Sentence,
        string? Entry,
        DateTimeOffset Started,
        double CloudSeconds,
        double WallSeconds,
        IReadOnlyList<Sentence> Notes
    );
}
