using System.Text.Json;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Allure;

/// <summary>
/// allurerc.json: Allure 3 takes its categories from its settings and not from the results (the older report kinds
/// still read categories.json there), so `npx allure generate` in the reports folder groups by verdict.
/// </summary>
internal static class AllureSettings
{
    public const string FileName = "allurerc.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
    };

    public static string Of(RunRecord run) =>
        JsonSerializer.Serialize(
            new { name = $"Acceptance of {Plain.Line(run.SiteName)}", categories = AllureCategory.All },
            Json
        ) + "\n";
}
