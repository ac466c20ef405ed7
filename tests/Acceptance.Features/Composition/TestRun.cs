using Acceptance.Cloud.Files;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting;
using Acceptance.Reporting.Allure;
using Acceptance.Runs;
using Acceptance.Runs.Journals;
using Reqnroll;
using Reqnroll.BoDi;

namespace Acceptance.Features.Composition;

/// <summary>Begins and ends the run: one AcceptanceRun for all scenarios, reports at the end.</summary>
[Binding]
public static class TestRun
{
    // Standard error is what a runner shows while it runs; standard output waits for the end of a test.
    private static readonly TextWriter Printed = new ConsoleWriter(Console.Error);

    private static AcceptanceRun? _run;
    private static CloudSource? _source;
    private static long _started;

    // The composition root names the system's clock: wall time is measured here and nowhere judged.
#pragma warning disable RS0030
    private static readonly TimeProvider Wall = TimeProvider.System;
#pragma warning restore RS0030

    [BeforeTestRun]
    public static void Begin(IObjectContainer container)
    {
        _source = new CloudSource();
        _started = Wall.GetTimestamp();
        var settings = SettingsOfTheRun.Read();
        PrivateFolder.Make(SettingsOfTheRun.DefaultReports, settings.ReportsMode).KeepOthersOut();
        _run = new AcceptanceRun(settings, _source, Wall, line => Printed.WriteLine($"acceptance: {line}"));
        container.RegisterInstanceAs(_run);
    }

    [AfterTestRun]
    public static async Task End()
    {
        try
        {
            await _run!.Close();
        }
        catch (VerdictException left)
        {
            _run!.Say($"at the end of the run: {left.Verdict.Sentence}");
        }

        Report();
        var state = _run!.Opened?.StateFolder;
        await _run.DisposeAsync();
        await _source!.DisposeAsync();
        // What was kept about a cloud that has ended with this process serves nobody.
        if (_source.Embedded && Directory.Exists(state))
            Directory.Delete(state, recursive: true);
    }

    private static void Report()
    {
        if (_run is not { Book.Records.Count: > 0 } run || !run.Book.Records.Any(record => record.IsAcceptance))
            return;
        var parts = run.Opened;
        var now = parts?.Cloud.Clock.Now ?? Wall.GetUtcNow();
        var record = new RunRecord(
            run.Id,
            parts?.Site.Name ?? run.Settings.Site,
            run.Source.SiteFile,
            parts?.Permit ?? run.Settings.Permit ?? default,
            null,
            parts?.Started ?? now,
            now,
            Wall.GetElapsedTime(_started),
            run.Rungs,
            run.Book.Records,
            parts?.Journal.Mutations ?? [],
            parts?.Mutes.Remarks ?? []
        )
        {
            Site = parts?.Site,
        };
        // One writer of allure-results: beside the packages it is Allure.NUnit (StandIns.props).
        var ours = !AppContext.TryGetSwitch("Acceptance.AllureResultsAreOurs", out var isOurs) || isOurs;
        var reports = ReportWriter.Reports.Where(report => ours || report is not AllureResults);
        var written = ReportWriter.Write(record, run.Settings.Reports, [.. reports], run.Settings.ReportsMode);
        foreach (var remark in record.Notes)
            run.Say($"warning: {remark}");
        Printed.WriteLine(ConsolePage.Of(record, written));
    }
}
