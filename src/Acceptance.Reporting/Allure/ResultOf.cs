using System.Globalization;
using Acceptance.Cloud;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Allure;

/// <summary>A scenario as a result of Allure.</summary>
internal static class ResultOf
{
    public static (AllureResult Result, IReadOnlyList<(string Source, string Text)> Attachments) Scenario(
        ScenarioRecord one,
        (string FullName, string History, string Uuid) names,
        DateTimeOffset start,
        Site? site
    )
    {
        var look = VerdictLook.Of(one.Verdict);
        var from = start.ToUnixTimeMilliseconds();
        var to = (start + one.Wall).ToUnixTimeMilliseconds();
        var evidence = one.Verdict.AllEvidence();
        var files = Files(evidence, names.Uuid);
        var result = new AllureResult(
            names.Uuid,
            names.History,
            names.History,
            names.FullName,
            Plain.Line(one.Title),
            Plain.Line(one.FeatureNarrative) is { Length: > 0 } tale
                ? ((Markdown)$"{tale}").ToString().TrimEnd('\n')
                : null,
            AllureCategory.Status(look),
            new AllureResult.Details($"{look.Word}: {one.Verdict.Beside()}", Trace(one, site)),
            "finished",
            from,
            to,
            Labels(one, look),
            [new("cloud time", $"{Spoken.Moment(one.Started)}, {Spoken.Span(one.Took)}"), new("verdict", look.Word)],
            Steps(one, from, to),
            [
                .. files.Select(
                    (file, index) =>
                        new AllureResult.Attachment(
                            $"evidence {index + 1}: {Plain.Short(evidence[index].Asked, 80)}",
                            file.Source,
                            "text/plain"
                        )
                ),
            ]
        );
        return (result, files);
    }

    private static (string Source, string Text)[] Files(IReadOnlyList<Evidence> evidence, string uuid) =>
        [
            .. evidence.Select(
                (each, index) =>
                    ($"{uuid}-{(index + 1).ToString(CultureInfo.InvariantCulture)}-attachment.txt", Text(each))
            ),
        ];

    private static AllureResult.Step[] Steps(ScenarioRecord one, long from, long to) =>
        [
            .. one.Steps.Select(step => new AllureResult.Step(
                $"{Plain.Line(step.Keyword)} {Plain.Line(step.Text)}",
                Status(step),
                "finished",
                from,
                to
            )),
        ];

    private static List<AllureResult.Label> Labels(ScenarioRecord one, VerdictLook look)
    {
        List<AllureResult.Label> labels =
        [
            new("framework", "Acceptance"),
            new("epic", Epic(one)),
            new("feature", Plain.Line(one.Feature)),
            new("story", Story(one)),
            new("parentSuite", Epic(one)),
            new("suite", Plain.Line(one.Feature)),
            new("severity", Severity(one)),
            new("verdict", look.Word),
        ];
        if (one.Layer is { Length: > 0 } layer)
            labels.Add(new("layer", Plain.Line(layer)));
        if (KnownIssueIndex.Find(one.Verdict.RoutesTo) is { } issue)
            labels.Add(new("issue", issue.Id));
        labels.AddRange(one.Tags.Select(tag => new AllureResult.Label("tag", Plain.Line(tag))));
        return labels;
    }

    // What the runbooks are cut into.
    private static string Epic(ScenarioRecord one) =>
        one.Tags.FirstOrDefault(tag =>
            tag is "Acceptance" or "CloudAssert" or "AppendixA" or "Recovery" or "Restart" or "Teardown" or "Repository"
        ) ?? "Rehearsals";

    private static string Story(ScenarioRecord one) =>
        Plain.Line(
            one.Tags.FirstOrDefault(tag => tag.StartsWith("D-011.", StringComparison.Ordinal))
                ?? one.Tags.FirstOrDefault(tag => tag.StartsWith("phase-", StringComparison.Ordinal))
                ?? one.Title
        );

    // The lower the layer, the more stands on it; what may be waived is worth less.
    private static string Severity(ScenarioRecord one)
    {
        if (one.Tags.Contains("rehearsal") || one.Tags.Contains("waivable"))
            return "minor";
        var rung = Ladder.Rungs.FirstOrDefault(each => each.Name == one.Layer);
        if (rung is not null && Ladder.Height(rung.Name) <= Ladder.Height("keystone"))
            return "blocker";
        return one.IsAcceptance ? "critical" : "normal";
    }

    private static string Status(StepRecord step) =>
        step.Outcome switch
        {
            "passed" => "passed",
            "failed" => "failed",
            _ => "skipped",
        };

    private static string? Trace(ScenarioRecord one, Site? site)
    {
        var lines = one.Notes.Where(note => !note.IsEmpty).Select(note => "note: " + Plain.Line(note)).ToList();
        if (KnownIssueIndex.Find(one.Verdict.RoutesTo) is { } issue)
        {
            lines.Add($"known issue {issue.Id}: {issue.Title} ({issue.Heading})");
            lines.AddRange(FixWords.Of(issue, Victim(one), site).Select((step, index) => $"fix {index + 1}: {step}"));
        }

        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static string? Victim(ScenarioRecord one) => (one.Verdict as Verdict.Broken)?.Findings[0].Victim;

    private static string Text(Evidence evidence) =>
        string.Join(
            '\n',
            new (string Name, string Text)[]
            {
                ("asked", evidence.Asked.ToString()),
                ("by hand", evidence.ByHand.ToString()),
                ("at", evidence.At == default ? "" : Spoken.Moment(evidence.At)),
                ("answer", evidence.Excerpt.ToString()),
            }
                .Where(part => part.Text.Length > 0)
                .Select(part => $"{part.Name}:\n{string.Join('\n', Plain.Lines(part.Text))}\n")
        );
}
