using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using NUnit.Framework;
using Reqnroll;
using Reqnroll.BoDi;

namespace Acceptance.Steps.Bindings;

/// <summary>Around every scenario: is it permitted, does its layer stand, and what was its verdict.</summary>
[Binding]
public sealed class RunHooks(
    AcceptanceRun run,
    ScenarioBook book,
    ScenarioContext scenario,
    FeatureContext feature,
    IObjectContainer container
)
{
    private readonly List<StepRecord> _steps = [];
    private DateTimeOffset _started;
    private long _wallStarted;

    private IReadOnlyList<string> Tags => scenario.ScenarioInfo.CombinedTags;

    private string? Layer =>
        Tags.FirstOrDefault(tag => tag.StartsWith("layer:", StringComparison.Ordinal))?["layer:".Length..];

    private Permit Needs =>
        Tags.Contains("destroys") ? Permit.Destroy
        : Tags.Contains("mutates") ? Permit.Mutate
        : Permit.Observe;

    [BeforeScenario(Order = 100)]
    public async Task Gate()
    {
        book.Tags = Tags;
        _wallStarted = run.Wall.GetTimestamp();
        _started = run.Now;
        if (!Tags.Contains("Acceptance") || Tags.Contains("phase-08.exit"))
            return;
        await book.Do(async () =>
        {
            var parts = await run.Open();
            if (Needs > parts.Permit)
                throw new VerdictException(new Verdict.NotPermitted($"what {Needs.Word()}s the cloud", Needs));
            if (Layer is { } layer && await parts.Ladder.HoldsBack(layer) is { } held)
                throw new VerdictException(held);
            _started = run.Now;
            // From here on, and for whoever asks for it by constructor, the run is an opened one.
            container.RegisterInstanceAs(parts);
        });
    }

    [AfterStep]
    public void Step() =>
        _steps.Add(
            new StepRecord(
                scenario.StepContext.StepInfo.StepDefinitionType.ToString(),
                scenario.StepContext.StepInfo.Text,
                scenario.StepContext.Status == ScenarioExecutionStatus.OK ? "passed" : "failed"
            )
        );

    [AfterScenario(Order = 100)]
    public void Record()
    {
        var ended = run.Now;
        var verdict = Found();
        run.Book.Enter(
            new ScenarioRecord(
                feature.FeatureInfo.Title,
                feature.FeatureInfo.Description?.Trim() ?? "",
                Title(),
                feature.FeatureInfo.FolderPath,
                Tags,
                Layer,
                Needs,
                _steps,
                verdict,
                _started,
                ended - _started,
                run.Wall.GetElapsedTime(_wallStarted),
                book.Notes
            )
        );
        if (scenario.TestError is null && !verdict.Passes)
            throw new AssertionException(Published.OnConsole(verdict.Words));
    }

    // An error that is no verdict of ours is the suite's own stumble: nothing was proven.
    private Verdict Found() =>
        scenario.TestError is null or AssertionException or IgnoreException
            ? book.Verdict
            : Verdict.All(
                book.Verdict,
                Verdict.NotKnown($"the suite stumbled: {StumbledException.Words(scenario.TestError)}")
            );

    private string Title()
    {
        var title = scenario.ScenarioInfo.Title;
        foreach (System.Collections.DictionaryEntry argument in scenario.ScenarioInfo.Arguments)
            title = title.Replace($"<{argument.Key}>", argument.Value?.ToString());
        return title;
    }
}
