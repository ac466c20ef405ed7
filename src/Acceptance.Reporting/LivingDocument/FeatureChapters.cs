using System.Xml.Linq;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>
/// Features as written, each scenario with its steps, its verdict and what the verdict was read from. What is red
/// stands open.
/// </summary>
internal static class FeatureChapters
{
    public static XElement Of(RunStanding standing, Anchors anchors, Detail detail) =>
        Element(
            "section",
            Attribute("id", "features"),
            Element("h2", "Features"),
            detail == Detail.Whole ? null : Classed("p", "less", Less(detail)),
            standing
                .Run.Scenarios.GroupBy(one => (one.File, one.Feature))
                .Select(feature => Chapter([.. feature], anchors, detail))
        );

    private static XElement Chapter(ScenarioRecord[] scenarios, Anchors anchors, Detail detail) =>
        Element(
            "section",
            Element("h3", Plain.Line(scenarios[0].Feature), " ", Classed("small", "tally", Tally(scenarios))),
            Plain.Line(scenarios[0].FeatureNarrative) is { Length: > 0 } narrative
                ? Classed("p", "tale", narrative)
                : null,
            scenarios.Select(one => Scenario(one, anchors, detail))
        );

    private static XElement Scenario(ScenarioRecord one, Anchors anchors, Detail detail)
    {
        var look = VerdictLook.Of(one.Verdict);
        var red = one.Verdict is Verdict.Broken or Verdict.Unknown;
        return Element(
            "details",
            Attribute("id", anchors.Of(one)),
            red ? Attribute("open", "") : null,
            Element(
                "summary",
                Badge.Of(look),
                " ",
                Plain.Line(one.Title),
                " ",
                Element("small", Spoken.Span(one.Took))
            ),
            Element(
                "p",
                one.Verdict.Beside(),
                one.Verdict.RoutesTo is { } entry ? new object[] { " ", Entry(entry) } : null
            ),
            one.Steps.Count == 0 ? null : Element("ol", one.Steps.Select(Step)),
            one.Notes.Where(note => !note.IsEmpty)
                .Select(note => Element("p", Element("b", "Note. "), Plain.Line(note))),
            one.Verdict.AllEvidence()
                .Where(_ => detail < Detail.EvidenceOfRed || (red && detail == Detail.EvidenceOfRed))
                .Take(8)
                .Select(evidence => EvidenceBlock.Of(evidence, excerpt: detail == Detail.Whole || red)),
            Element("p", Element("small", Where(one)))
        );
    }

    private static XElement Step(StepRecord step) =>
        Element(
            "li",
            step.Outcome == "passed" ? null : Attribute("class", "bad"),
            Element("b", Plain.Line(step.Keyword)),
            $" {Plain.Line(step.Text)}",
            step.Outcome == "passed" ? null : $" ({Plain.Line(step.Outcome)})"
        );

    private static object Entry(string entry) =>
        KnownIssueIndex.Find(entry) is { } issue
            ? Link(Anchors.OfIssue(issue.Id), $"known issue {issue.Id}")
            : $"known issue {Plain.Line(entry)}";

    private static string Where(ScenarioRecord one) =>
        $"{string.Join(' ', one.Tags.Select(tag => "@" + Plain.Line(tag)))} needs {one.Needs.Word()}; "
        + $"{Spoken.Moment(one.Started)}, wall {Spoken.Span(one.Wall)}; {Plain.Line(one.File)}";

    private static string Tally(ScenarioRecord[] scenarios) =>
        string.Join(
            ", ",
            VerdictLook
                .All.Select(look => (look, Count: scenarios.Count(one => VerdictLook.Of(one.Verdict) == look)))
                .Where(pair => pair.Count > 0)
                .Select(pair => $"{pair.Count} {pair.look.Word}")
        );

    private static string Less(Detail detail) =>
        detail switch
        {
            Detail.ExcerptsOfRed => "To keep this page below 2 MB, answers are shown only where something is red; "
                + "all are in allure-results.",
            Detail.EvidenceOfRed => "To keep this page below 2 MB, evidence is shown only where something is red; "
                + "all of it is in allure-results.",
            _ => "To keep this page below 2 MB, evidence is shown only for the answer; all of it is in allure-results.",
        };
}
