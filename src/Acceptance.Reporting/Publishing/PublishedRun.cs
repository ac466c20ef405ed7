using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Reporting.Publishing;

/// <summary>
/// A run as it may be shown to anybody: each of its texts has gone the way out (<see cref="Published"/>) before a
/// report sees it. What a healthy cloud says goes through unchanged.
/// </summary>
internal sealed class PublishedRun
{
    // A cause is named by every scenario that it holds back.
    private readonly Dictionary<string, string> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<Evidence, Evidence> _evidence = new(ReferenceEqualityComparer.Instance);

    private PublishedRun() { }

    public static RunRecord Of(RunRecord run) => new PublishedRun().Run(run);

    private RunRecord Run(RunRecord run) =>
        run with
        {
            RunId = Line(run.RunId),
            SiteName = Line(run.SiteName),
            SiteFile = Line(run.SiteFile),
            Filter = LineOrNull(run.Filter),
            Ladder =
            [
                .. run.Ladder.Select(rung => rung with { Verdict = rung.Verdict is { } one ? Judged(one) : null }),
            ],
            Scenarios = [.. run.Scenarios.Select(Scenario)],
            Mutations = [.. run.Mutations.Select(Mutation)],
            Notes = [.. run.Notes.Select(Published.Said)],
        };

    private ScenarioRecord Scenario(ScenarioRecord one) =>
        one with
        {
            Feature = Line(one.Feature),
            FeatureNarrative = Published.Lines(one.FeatureNarrative),
            Title = Line(one.Title),
            File = Line(one.File),
            Tags = All(one.Tags),
            Layer = LineOrNull(one.Layer),
            Steps = [.. one.Steps.Select(step => step with { Text = Line(step.Text), Outcome = Line(step.Outcome) })],
            Verdict = Judged(one.Verdict),
            Notes = [.. one.Notes.Select(Published.Said)],
        };

    private MutationRecord Mutation(MutationRecord one) =>
        one with
        {
            What = Line(one.What),
            Kind = Line(one.Kind),
            Name = Published.Said(one.Name),
            Id = SaidOrNull(one.Id),
            Why = SaidOrNull(one.Why),
            Deviation = SaidOrNull(one.Deviation),
        };

    private Verdict Judged(Verdict verdict) =>
        verdict switch
        {
            Verdict.Kept kept => kept with { Because = Published.Said(kept.Because), Evidence = Seen(kept.Evidence) },
            Verdict.Broken broken => broken with { Findings = [.. broken.Findings.Select(Found)] },
            Verdict.Recovered done => done with
            {
                Because = Published.Said(done.Because),
                Fix = Published.Said(done.Fix),
            },
            Verdict.Blocked held => held with
            {
                Rung = Line(held.Rung),
                Because = Published.Said(held.Because),
                Beneath = [.. held.Beneath.Select(Cause)],
            },
            Verdict.Waived waived => new Verdict.Waived(By(waived.By), Judged(waived.Underneath))
            {
                Beside = [.. waived.Beside.Select(one => (Verdict.Waived)Judged(one))],
            },
            Verdict.NotAsked not => not with { WhoDecided = Published.Said(not.WhoDecided) },
            Verdict.NotPermitted refused => refused with { What = Published.Said(refused.What) },
            Verdict.Unknown unknown => unknown with
            {
                WhatWasMissing = Published.Said(unknown.WhatWasMissing),
                Entry = LineOrNull(unknown.Entry),
                Evidence = Seen(unknown.Evidence),
                Because = unknown.Because is { } because ? Cause(because) : null,
            },
            _ => throw new InvalidOperationException("a verdict is one of its cases"),
        };

    private Finding Found(Finding one) =>
        new(Published.Said(one.Sentence), Line(one.Victim), LineOrNull(one.Entry), Seen(one.Evidence));

    private Cause Cause(Cause cause) => cause with { What = Line(cause.What), Victim = Line(cause.Victim) };

    private SiteWaiver By(SiteWaiver waiver) =>
        waiver with
        {
            Item = Line(waiver.Item),
            Victim = LineOrNull(waiver.Victim),
            Owner = Line(waiver.Owner),
            Reason = Line(waiver.Reason),
        };

    private Evidence Seen(Evidence evidence)
    {
        if (_evidence.TryGetValue(evidence, out var known))
            return known;
        var seen = evidence with
        {
            Asked = Published.Said(evidence.Asked),
            ByHand = Published.Command(evidence.ByHand),
            Excerpt = evidence.Excerpt.WithoutSecrets(),
            Beside = [.. evidence.Beside.Select(Seen)],
        };
        return _evidence[evidence] = seen;
    }

    private string[] All(IReadOnlyList<string> texts) => [.. texts.Select(Line)];

    private static Sentence? SaidOrNull(Sentence? one) => one is null ? null : Published.Said(one);

    private string? LineOrNull(string? text) => text is null ? null : Line(text);

    private string Line(string text)
    {
        if (!_lines.TryGetValue(text, out var line))
            _lines[text] = line = Published.Line(text);
        return line;
    }
}
