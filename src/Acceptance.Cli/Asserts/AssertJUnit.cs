using System.Globalization;
using System.Xml.Linq;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Asserts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Cli.Asserts;

/// <summary>
/// A sweep as JUnit's XML: broken is a failure, unknown and not permitted are errors, what is held back or not asked
/// is skipped: what holds it back fails in the same suite.
/// </summary>
internal static class AssertJUnit
{
    /// <summary>
    /// A line of a console has an end, and half a line is no XML: an attribute is short, each finding has a line.
    /// </summary>
    private const int MostOfALine = 1_200;

    /// <param name="warnings">Secrets of the site that others of this machine may read.</param>
    public static string Of(Sweep sweep, string site, DateTimeOffset taken, IReadOnlyList<Sentence> warnings)
    {
        var lines = sweep.Lines;
        return """<?xml version="1.0" encoding="utf-8"?>"""
            + "\n"
            + new XElement(
                "testsuites",
                new XElement(
                    "testsuite",
                    new XAttribute("name", "cloud-assert"),
                    new XAttribute("tests", lines.Count),
                    new XAttribute("failures", lines.Count(line => line.Verdict is Verdict.Broken)),
                    new XAttribute("errors", lines.Count(line => line.Fails && line.Verdict is not Verdict.Broken)),
                    new XAttribute("skipped", lines.Count(IsSkipped)),
                    new XAttribute(
                        "timestamp",
                        taken.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
                    ),
                    new XElement(
                        "properties",
                        Property("site", Published.Line(site)),
                        Property("numbers", CloudAssert.Numbers)
                    ),
                    lines.Select(Case),
                    warnings.Count == 0 ? null : new XElement("system-err", string.Join('\n', warnings.Select(Told)))
                )
            ).ToString();
    }

    private static XElement Property(string name, string value) =>
        new("property", new XAttribute("name", name), new XAttribute("value", Text(value)));

    private static XElement Case(AssertedItem line) =>
        new(
            "testcase",
            new XAttribute("classname", "cloud-assert"),
            new XAttribute("name", $"{line.Item.Id} {line.Item.Title}"),
            line switch
            {
                { Verdict: Verdict.Broken broken } => Said("failure", line, broken.Findings.Select(Told)),
                { Fails: true } => Said("error", line, [Told(line.Verdict.Sentence)]),
                _ when IsSkipped(line) => Said("skipped", line, []),
                _ => new XElement("system-out", Told(line.Verdict.Sentence)),
            }
        );

    private static bool IsSkipped(AssertedItem line) => line.Verdict is Verdict.Blocked or Verdict.NotAsked;

    private static XElement Said(string kind, AssertedItem line, IEnumerable<string> body) =>
        new(
            kind,
            line.Entry is { } entry ? new XAttribute("type", entry) : null,
            new XAttribute("message", Told(line.Verdict.Sentence)),
            string.Join('\n', body)
        );

    private static string Told(Finding finding) =>
        Told(finding.Entry is { } entry ? $"{finding.Sentence} (known issue {entry})" : finding.Sentence);

    private static string Told(Sentence sentence) => Text(Published.Line(sentence));

    private static string Text(string said) => OutsideText.Line(said, MostOfALine);
}
