using System.Collections.Specialized;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Reqnroll.Bindings;

namespace Reqnroll.NUnit;

/// <summary>
/// What a generated test calls, step by step; not for use by hand, the package has no such type. A test that awaits
/// each of its steps is a state machine that takes longer to compile than to run: NUnit holds a thread for it either
/// way.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class FeatureFixture(GeneratedFeature feature)
{
    private readonly OrderedDictionary row = [];
    private ITestRunner? runner;
    private string where = "";

    private ITestRunner Runner => runner ?? throw new InvalidOperationException("The scenario has not been begun.");

    [SetUp]
    public async Task TestInitializeAsync()
    {
        runner = feature.Runner();
        if (runner.FeatureContext is { } other && !ReferenceEquals(other.FeatureInfo, feature.Info))
            await runner.OnFeatureEndAsync();
        if (runner.FeatureContext is { BeforeFeatureHookFailed: true })
            throw new ReqnrollException("A hook before this feature failed, so its scenarios are not run.");
        if (runner.FeatureContext is null)
            await runner.OnFeatureStartAsync(feature.Info);
    }

    [TearDown]
    public async Task TestTearDownAsync()
    {
        if (runner is not { } used)
            return;
        var result = TestExecutionContext.CurrentContext.CurrentResult;
        if (result.ResultState.Status == TestStatus.Failed && where.Length > 0)
            result.SetResult(result.ResultState, $"{result.Message?.TrimEnd()}\n  at {where}", result.StackTrace);
        try
        {
            await used.OnScenarioEndAsync();
        }
        finally
        {
            runner = null;
            TestRunnerManager.ReleaseTestRunner(used);
        }
    }

    /// <param name="pickle">The place of the scenario, or of the row, among all of its file.</param>
    /// <param name="rowTags">The tags of the Examples that the row stands in, comma by comma.</param>
    /// <param name="cells">Column, value, column, value ... of an outline's row.</param>
    protected void Begin(
        string title,
        string description,
        string[] tags,
        RuleInfo? rule,
        int pickle,
        string rowTags,
        params string[] cells
    )
    {
        foreach (var pair in cells.Chunk(2))
            row[pair[0]] = pair[1];
        string[] own = [.. tags, .. rowTags.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        string[] inherited = [.. feature.Info.Tags, .. rule?.Tags ?? []];
        Runner.OnScenarioInitialize(new ScenarioInfo(title, description, own, row, inherited, $"{pickle}"), rule);
        Runner.ScenarioContext.ScenarioContainer.RegisterInstanceAs(TestContext.CurrentContext);
        where = $"{feature.Uri}: before the first step of \"{title}\"";
        Wait(Runner.OnScenarioStartAsync());
    }

    /// <param name="line">Of the feature: the call stands under its <c>#line</c>.</param>
    protected void Step(
        StepDefinitionKeyword kind,
        string keyword,
        string text,
        string? docString = null,
        string[][]? table = null,
        [CallerLineNumber] int line = 0
    )
    {
        if (Runner.ScenarioContext.ScenarioExecutionStatus == ScenarioExecutionStatus.OK)
            where = $"{feature.Uri}:{line}: {keyword}{Fill(text)}";
        Func<string, string?, DataTable?, string, Task> step = kind switch
        {
            StepDefinitionKeyword.Given => Runner.GivenAsync,
            StepDefinitionKeyword.When => Runner.WhenAsync,
            StepDefinitionKeyword.Then => Runner.ThenAsync,
            StepDefinitionKeyword.But => Runner.ButAsync,
            _ => Runner.AndAsync,
        };
        Wait(step(Fill(text), Fill(docString), Table(table), keyword));
    }

    protected void Finish() => Wait(Runner.CollectScenarioErrorsAsync());

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    /// <summary>
    /// The row's value where an outline says <c>&lt;column&gt;</c>; what is no column stays as it is.
    /// </summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private string? Fill(string? text) =>
        text is null || row.Count == 0
            ? text
            : Placeholder().Replace(text, match => row[match.Groups[1].Value] as string ?? match.Value);

    private DataTable? Table(string[][]? cells)
    {
        if (cells is null)
            return null;
        var table = new DataTable([.. cells[0].Select(cell => Fill(cell))]);
        foreach (var line in cells.Skip(1))
            table.AddRow([.. line.Select(cell => Fill(cell))]);
        return table;
    }

    [GeneratedRegex("<([^<>]+)>", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Placeholder();
}
