using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Diagnosing;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Cli.Diagnoses;

/// <summary>The roots for a program: the same that the text says.</summary>
internal sealed class RootCausesJson(RootCauses causes, Site site, IReadOnlyList<Sentence> warnings)
{
    private readonly RootCausesText _text = new(causes, site);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public string Written() =>
        new JsonObject
        {
            ["format"] = 1,
            ["site"] = Published.Line(site.Name),
            ["warnings"] = Words(warnings.Select(one => Published.Line(one))),
            ["nothingIsBroken"] = causes.NothingIsBroken,
            ["causes"] = new JsonArray([.. causes.Roots.Select(About)]),
            ["notKnown"] = new JsonArray([.. causes.NotKnown.Select(Missing)]),
        }.ToJsonString(Indented);

    private JsonNode About(Root root) =>
        new JsonObject
        {
            ["entry"] = root.Issue?.Id,
            ["name"] = root.Name,
            ["layer"] = root.Layer,
            ["victim"] = Published.Line(root.Victim),
            ["sure"] = root.IsSure,
            ["why"] = Published.Line(root.Why),
            ["seen"] = new JsonArray([.. root.Symptoms.Select(Found)]),
            ["explains"] = new JsonArray([.. root.Folds.Select(Folded)]),
            ["hides"] = new JsonArray([.. root.Hides.Select(Missing)]),
            ["doesNotExplain"] = Words(root.DoesNotExplain),
            ["mayFollowFrom"] = Words(root.MayFollowFrom),
            ["next"] = Published.Line(_text.Next(root)),
            ["fix"] = Fixed(root),
            ["looksAlike"] = new JsonArray([.. Alike(root)]),
        };

    private JsonObject? Fixed(Root root) =>
        root.IsConfirmed && _text.FirstStep(root) is { } first
            ? new JsonObject
            {
                ["permit"] = first.Needs.Word(),
                ["step"] = Published.Line($"{first}"),
                ["withheld"] = !root.IsSure,
            }
            : null;

    private IEnumerable<JsonNode> Alike(Root root) =>
        root.Issue is { } issue
            ? issue.NearMisses.Select(one => new JsonObject
            {
                ["looks"] = one.Looks,
                ["is"] = one.Is,
                ["toldApartBy"] = Published.Line($"{Fix.Render(one.ToldApartBy, root.Victim, site)}"),
                ["doNot"] = one.DoNot,
                ["source"] = one.Source,
                ["ruledOut"] = one.IsRead && root.IsConfirmed,
                ["isTheEntry"] = one.IsTheEntry,
            })
            : [];

    private static JsonObject Found(Symptom symptom) =>
        new()
        {
            ["check"] = symptom.Check.Id,
            ["victim"] = Published.Line(symptom.Finding.Victim),
            ["sentence"] = Published.Line(symptom.Finding.Sentence),
        };

    private static JsonNode Folded(Fold fold)
    {
        var folded = Found(fold.Symptom);
        folded["unless"] = fold.By.Unless;
        folded["mayStandToo"] = Words(fold.Hides);
        return folded;
    }

    private static JsonNode Missing(NotKnown one) =>
        new JsonObject
        {
            ["check"] = one.Check.Id,
            ["because"] = Published.Line(one.Because),
            ["wouldShow"] = Words(one.Hides),
        };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);
}
