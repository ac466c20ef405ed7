using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Asserts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Cli.Asserts;

/// <summary>A sweep for a program: items with their checks, and each finding with its victim and its entry.</summary>
internal static class AssertJson
{
    /// <summary>
    /// A line of a console has an end, and half a line is no JSON: what is longer stands in the findings.
    /// </summary>
    private const int MostOfASentence = 2_000;

    // A reader parses it; what a page would obey is not in it, because every text of it was cleaned.
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="warnings">Secrets of the site that others of this machine may read.</param>
    public static string Of(Sweep sweep, string site, DateTimeOffset taken, IReadOnlyList<Sentence> warnings) =>
        new JsonObject
        {
            ["format"] = 1,
            ["taken"] = taken.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["site"] = Published.Line(site),
            ["numbers"] = CloudAssert.Numbers,
            ["warnings"] = new JsonArray([.. warnings.Select(one => (JsonNode)Text(one))]),
            ["outcome"] = sweep.Passes ? "PASS" : "FAIL",
            ["failed"] = sweep.Failed,
            ["lowestRed"] = sweep.LowestRed,
            ["items"] = new JsonArray([.. sweep.Lines.Select(line => Item(line, sweep))]),
        }.ToJsonString(Indented);

    private static JsonNode Item(AssertedItem line, Sweep sweep) =>
        new JsonObject
        {
            ["id"] = line.Item.Id,
            ["title"] = line.Item.Title,
            ["outcome"] = line.Word,
            ["sentence"] = Text(line.Verdict.Sentence),
            ["entry"] = line.Fails ? line.Verdict.RoutesTo : null,
            ["heldBackBy"] = (line.Verdict as Verdict.Blocked)?.Rung,
            ["findings"] = new JsonArray([
                .. ((line.Verdict as Verdict.Broken)?.Findings ?? []).Select(finding =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["sentence"] = Text(finding.Sentence),
                            ["victim"] = Text($"{finding.Victim}"),
                            ["entry"] = finding.Entry,
                        }
                ),
            ]),
            ["checks"] = new JsonArray([
                .. sweep
                    .Asked.Where(one => line.Item.Checks.Contains(one.Check))
                    .Select(one => Asked(one.Check, one.Verdict)),
            ]),
        };

    private static JsonNode Asked(Check check, Verdict verdict) =>
        new JsonObject
        {
            ["check"] = check.Id,
            ["rung"] = check.Rung,
            ["verdict"] = verdict.Word,
        };

    private static string Text(Sentence sentence) => OutsideText.Line(Published.Line(sentence), MostOfASentence);
}
