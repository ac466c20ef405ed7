using System.Text.Json;
using System.Text.Json.Serialization;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Allure;

/// <summary>
/// allure-results/: one result a scenario, its evidence attached, and what the report groups by, for the npm package
/// `allure` (3.x). Written from the record and not by the runner, so that generated fixtures need no attribute and
/// every verdict keeps its own word.
/// </summary>
public sealed class AllureResults : IReport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Name => "allure-results";

    /// <summary>The folder is exchanged whole: no result of an earlier run stays among those of this one.</summary>
    public void Write(RunRecord run, PrivateFolder folder) => folder.ReplaceFolder(Name, results => Fill(run, results));

    private static void Fill(RunRecord run, PrivateFolder results)
    {
        var names = new ResultNames(run.RunId);
        var start = run.Started;
        foreach (var scenario in run.Scenarios)
        {
            var (result, attachments) = ResultOf.Scenario(scenario, names.Next(scenario), start, run.Site);
            foreach (var (source, text) in attachments)
                results.Create(source, text);
            results.Create($"{result.Uuid}-result.json", JsonSerializer.Serialize(result, Json));
            // The record holds what each took and not when the machine began it: they are laid end to end.
            start += scenario.Wall;
        }

        results.Create("environment.properties", Properties(run));
        results.Create("categories.json", JsonSerializer.Serialize(AllureCategory.All, Json));
    }

    private static string Properties(RunRecord run) =>
        string.Concat(
            new (string Key, string Value)[]
            {
                ("site", run.SiteName),
                ("siteFile", run.SiteFile),
                ("permit", run.Permit.Word()),
                ("filter", run.Filter ?? "none"),
                ("run", run.RunId),
                (
                    "cloudTime",
                    $"{Spoken.Moment(run.Started)} to {Spoken.Moment(run.Ended)} "
                        + $"({Spoken.Span(run.Ended - run.Started)})"
                ),
                ("wallTime", Spoken.Span(run.Wall)),
            }.Select(pair => $"{pair.Key} = {Plain.Line(pair.Value).Replace("\\", "\\\\")}\n")
        );
}
