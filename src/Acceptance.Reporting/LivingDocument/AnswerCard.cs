using System.Xml.Linq;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>
/// What an operator came for: the lowest red rung, the victim, the known issue, the fix. Nothing when nothing is red.
/// </summary>
internal static class AnswerCard
{
    public static XElement? Of(RunStanding standing, Anchors anchors) =>
        standing.Cause is not { } cause
            ? null
            : Element(
                "section",
                Attribute("id", "answer"),
                Attribute("class", "card"),
                Element("h2", cause.Unknown ? "What could not be read, and the way on" : "What is broken, and the fix"),
                Element("dl", Rows(cause, anchors)),
                cause.Fix.Count == 0
                    ? null
                    : new object[] { Element("h3", "Fix"), Classed("ol", "fix", cause.Fix.Select(Step)) },
                cause.Diagnosis.Issue is { } issue
                    ? Classed("p", "cured", Element("b", "Cured when "), issue.Proof, ".")
                    : null,
                EvidenceBlock.Of(cause.Evidence, excerpt: true),
                Also(standing, anchors)
            );

    private static IEnumerable<XElement> Rows(RedCause cause, Anchors anchors)
    {
        var diagnosis = cause.Diagnosis;
        yield return Element("dt", $"The {cause.Place}");
        yield return Element(
            "dd",
            Element("strong", diagnosis.Rung.Name),
            $" ({cause.Height} of {Ladder.Rungs.Count}): {diagnosis.Rung.Means}"
        );
        if (diagnosis.Victim is { Length: > 0 } victim)
        {
            yield return Element("dt", "Victim");
            yield return Element(
                "dd",
                Element("strong", Plain.Line(victim)),
                cause.OtherVictims.Count == 0 ? null : $", also {string.Join(", ", cause.OtherVictims.Take(12))}"
            );
        }

        yield return Element("dt", cause.Unknown ? "What is missing" : "What is wrong");
        yield return Element(
            "dd",
            cause.What,
            cause.SeenBy is { } seen ? new object[] { " (", Link(anchors.Of(seen), "seen here"), ")" } : null
        );
        foreach (var row in EntryRows(diagnosis))
            yield return row;
    }

    private static IEnumerable<XElement> EntryRows(Diagnosis diagnosis)
    {
        yield return Element("dt", "Known issue");
        yield return diagnosis.Issue is { } issue
            ? Element(
                "dd",
                Element("strong", Link(Anchors.OfIssue(issue.Id), issue.Id)),
                $": {issue.Title}. ",
                Element("small", issue.Heading)
            )
            : Element("dd", "None of the index matches; the evidence below is where to go on from.");
        if (diagnosis.Issue is not { } known)
            yield break;
        yield return Element("dt", "Cause");
        yield return Element("dd", known.Cause);
    }

    private static XElement Step(FilledStep step) =>
        Element(
            "li",
            FixText.Of(step),
            step.Needs == Permit.Observe ? null : Classed("small", "permit", step.Needs.Word())
        );

    private static XElement[]? Also(RunStanding standing, Anchors anchors)
    {
        var also = standing.AlsoRed;
        return also.Count == 0
            ? null
            :
            [
                Element("h3", "Also red"),
                Element(
                    "ul",
                    also.Take(8)
                        .Select(one =>
                            Element(
                                "li",
                                Badge.Of(VerdictLook.Of(one.Verdict)),
                                " ",
                                Link(anchors.Of(one), Plain.Line(one.Title)),
                                $": {Plain.Short(one.Verdict.Beside(), 240)}"
                            )
                        ),
                    also.Count > 8 ? Element("li", $"and {also.Count - 8} more below") : null
                ),
            ];
    }
}
