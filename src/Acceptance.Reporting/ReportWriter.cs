using Acceptance.Cloud.Files;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Allure;
using Acceptance.Reporting.AsExecuted;
using Acceptance.Reporting.LivingDocument;
using Acceptance.Reporting.Publishing;
using Acceptance.Reporting.Summaries;

namespace Acceptance.Reporting;

/// <summary>
/// Writes what a run leaves (DESIGN 6.6). Each report stands for itself: one that fails is said and costs no other.
/// The same record gives the same bytes.
/// </summary>
public static class ReportWriter
{
    /// <summary>In the order in which somebody would miss them.</summary>
    public static IReadOnlyList<IReport> Reports { get; } =
    [
        new TextReport("summary.json", SummaryJson.Of),
        new TextReport("summary.md", SummaryMarkdown.Of),
        new TextReport("as-executed.md", AsExecutedLog.Of),
        new TextReport(LivingDoc.FileName, LivingDoc.Of),
        new AllureResults(),
        new TextReport(AllureSettings.FileName, AllureSettings.Of),
    ];

    public static IReadOnlyList<WrittenReport> Write(RunRecord run, string folder) => Write(run, folder, Reports);

    /// <summary>The same with reports of one's choice, to be read by those whom the mode names.</summary>
    public static IReadOnlyList<WrittenReport> Write(
        RunRecord run,
        string folder,
        IReadOnlyList<IReport> reports,
        UnixFileMode mode = ReportMode.OwnerAlone
    ) => [.. reports.Select(report => Write(PublishedRun.Of(run), folder, report, mode))];

    private static WrittenReport Write(RunRecord run, string folder, IReport report, UnixFileMode mode)
    {
        var path = Path.Combine(folder, report.Name);
        try
        {
            report.Write(run, PrivateFolder.Make(folder, mode));
            return new WrittenReport(report.Name, path, null);
        }
        // Whatever goes wrong in one report, the verdict of the run and the other reports stand.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            var way = failure is IOException or UnauthorizedAccessException
                ? "set ACCEPTANCE_REPORTS to a folder that can be written"
                : "the other reports of the run are whole";
            return new WrittenReport(
                report.Name,
                path,
                Published.Line($"{path} was not written: {failure.Message.TrimEnd('.')}; {way}.")
            );
        }
    }
}
