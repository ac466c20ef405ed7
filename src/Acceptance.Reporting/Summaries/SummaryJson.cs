using System.Text.Json;
using System.Text.Json.Serialization;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Summaries;

/// <summary>
/// summary.json: what a pipeline asks. Its keys are those of <see cref="SummaryDocument"/> and stay; the version
/// counts what is taken away.
/// </summary>
public static class SummaryJson
{
    // The default encoder: what a page embeds of it cannot close its script element.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new WordsJson<Sentence>(), new WordsJson<ByHand>() },
    };

    public static string Of(RunRecord run) => JsonSerializer.Serialize(Document(RunStanding.Of(run)), Json) + "\n";

    public static SummaryDocument Document(RunStanding standing)
    {
        var run = standing.Run;
        return new SummaryDocument(
            SummaryDocument.Name,
            1,
            run.RunId,
            run.SiteName,
            run.SiteFile,
            run.Permit.Word(),
            run.Filter,
            run.Started,
            run.Ended,
            standing.CloudTime.TotalSeconds,
            run.Wall.TotalSeconds,
            Spoken.Level(standing.Level),
            standing.Headline.Tone.ToString().ToLowerInvariant(),
            standing.Headline.Words,
            standing.Headline.Sentence,
            standing.Counts,
            standing.Cause is { } cause ? Cause(cause) : null,
            [
                .. standing.Bar.Select(row => new SummaryDocument.BarLine(
                    row.Item.Id,
                    row.Item.Asks,
                    row.Word,
                    row.Sentence
                )),
            ],
            [
                .. standing.Rungs.Select(rung => new SummaryDocument.RungLine(
                    rung.Rung.Name,
                    rung.Height,
                    rung.Look.Word,
                    rung.Sentence,
                    rung.HeldBackBy,
                    rung.Record?.At
                )),
            ],
            [
                .. standing.Waivers.Select(waiver => new SummaryDocument.WaiverLine(
                    waiver.By.Item,
                    waiver.By.Owner,
                    waiver.By.Reason,
                    waiver.By.Expires,
                    waiver.Underneath
                )),
            ],
            standing.Found,
            standing.Remarks,
            run.Mutations.Count,
            [.. run.Scenarios.Select(Scenario)]
        );
    }

    private static SummaryDocument.CauseLine Cause(RedCause cause) =>
        new(
            cause.Diagnosis.Rung.Name,
            cause.Height,
            cause.Unknown ? "unknown" : "broken",
            cause.What,
            cause.Diagnosis.Victim,
            cause.OtherVictims,
            cause.Diagnosis.Issue?.Id,
            cause.Diagnosis.Issue?.Title,
            cause.Diagnosis.Issue?.Cause,
            [.. cause.Fix.Select(step => new SummaryDocument.FixLine(step.ToString(), step.Needs.Word()))],
            cause.Diagnosis.Issue?.Proof,
            cause.SeenBy?.Title,
            cause.Evidence.Asked,
            cause.Evidence.ByHand
        );

    private static SummaryDocument.ScenarioLine Scenario(ScenarioRecord one) =>
        new(
            one.Feature,
            one.Title,
            one.File,
            one.Tags,
            one.Layer,
            one.Needs.Word(),
            one.Verdict.Word,
            one.Verdict.Sentence,
            one.Verdict.RoutesTo,
            one.Started,
            one.Took.TotalSeconds,
            one.Wall.TotalSeconds,
            one.Notes
        );
}
