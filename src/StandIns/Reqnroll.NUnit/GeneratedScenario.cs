using System.Collections.Specialized;
using System.ComponentModel;
using Reqnroll.Bindings;
using Reqnroll.Execution;

namespace Reqnroll.NUnit;

/// <summary>What a generated test calls, line by line; not for use by hand, the original has no such type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedScenario
{
    private readonly ScenarioRun run;
    private readonly string file;
    private readonly int line;

    internal GeneratedScenario(ScenarioRun run, string file, int line)
    {
        this.run = run;
        this.file = file;
        this.line = line;
        run.Context.ScenarioContainer.RegisterInstanceAs(global::NUnit.Framework.TestContext.CurrentContext);
    }

    private IOrderedDictionary Row => run.Context.ScenarioInfo.Arguments;

    public Task StartAsync() => run.StartAsync();

    /// <param name="type">Given, When or Then; null for And, But and *.</param>
    public Task StepAsync(int line, string keyword, StepDefinitionType? type, string text, string? docString = null, string[][]? table = null) =>
        run.StepAsync(new StepLine(line, keyword, type, Outline.Fill(text, Row), docString is null ? null : Outline.Fill(docString, Row), TableOf(table)));

    public Task FinishAsync() => run.FinishAsync(file);

    /// <summary>Runs the hooks after the scenario, and adds the line of the feature to what failed.</summary>
    public async Task EndAsync()
    {
        FailureLine.AddTo(global::NUnit.Framework.Internal.TestExecutionContext.CurrentContext.CurrentResult, Where());
        await run.EndAsync();
    }

    private string Where()
    {
        var title = run.Context.ScenarioInfo.Title;
        return run.Current is { } step
            ? $"{file}:{step.Line}: {step.Keyword} {step.Text}"
            : $"{file}:{line}: before the first step of \"{title}\"";
    }

    private DataTable? TableOf(string[][]? cells)
    {
        if (cells is null)
        {
            return null;
        }

        var table = new DataTable([.. cells[0].Select(cell => Outline.Fill(cell, Row))]);
        foreach (var row in cells.Skip(1))
        {
            table.AddRow([.. row.Select(cell => Outline.Fill(cell, Row))]);
        }

        return table;
    }
}
