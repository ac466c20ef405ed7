using System.Xml.Linq;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>
/// Appendix A as an index, by rung from the bottom: the state of each entry in this run, its cause and its fix.
/// </summary>
internal static class IssueIndex
{
    public static XElement Of(RunStanding standing, Anchors anchors)
    {
        var entries = IssueStanding
            .Of(standing.Run)
            .OrderBy(entry => Ladder.Height(entry.Issue.Rung))
            .ThenBy(entry => entry.Issue.Id, StringComparer.Ordinal)
            .ToArray();
        return Element(
            "section",
            Attribute("id", "appendix-a"),
            Element("h2", "Appendix A"),
            Classed(
                "p",
                "tale",
                $"{entries.Length} known issues, the lowest rung first. Absent: "
                    + "its guard looked and it is not there. Not met: nothing routes to it and its rung stands. "
                    + "Not looked for: nothing in this run would have seen it."
            ),
            entries.Select(entry => Entry(entry, standing.Run.Site, anchors))
        );
    }

    private static XElement Entry(IssueStanding entry, Site? site, Anchors anchors)
    {
        var issue = entry.Issue;
        return Element(
            "details",
            Attribute("id", Anchors.OfIssue(issue.Id)),
            entry.Look.Word == "met" ? Attribute("open", "") : null,
            Element(
                "summary",
                Badge.Of(entry.Look),
                " ",
                Element("strong", issue.Id),
                $" {issue.Title} ",
                Element("small", issue.Rung)
            ),
            entry.Says.IsEmpty && entry.Seen is null
                ? null
                : Element(
                    "p",
                    Plain.Short(entry.Says, 300),
                    entry.Seen is { } seen ? new object[] { " ", Link(anchors.Of(seen), "seen here") } : null
                ),
            entry.Rehearsal is { } rehearsal
                ? Element(
                    "p",
                    "Rehearsed: ",
                    Link(anchors.Of(rehearsal), Plain.Line(rehearsal.Title)),
                    " ",
                    Badge.Of(VerdictLook.Of(rehearsal.Verdict))
                )
                : null,
            Element("p", Element("b", Kind(issue.Kind)), " ", issue.Cause, "."),
            Classed(
                "ol",
                "fix",
                FixWords.Of(issue, entry.Victim, site).Select(step => Element("li", FixText.Of(step)))
            ),
            Element("p", Element("b", "Cured when "), issue.Proof, ". ", Element("small", issue.Heading))
        );
    }

    private static string Kind(KnownIssueKind kind) =>
        kind switch
        {
            KnownIssueKind.Trap => "Trap.",
            KnownIssueKind.LookAlike => "Look-alike.",
            _ => "Fault.",
        };
}
