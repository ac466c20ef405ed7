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

    public void Start() => Wait(run.StartAsync());

    public void Given(int line, string text, string? docString = null, string[][]? table = null) =>
        Step(line, "Given", StepDefinitionType.Given, text, docString, table);

    public void When(int line, string text, string? docString = null, string[][]? table = null) =>
        Step(line, "When", StepDefinitionType.When, text, docString, table);

    public void Then(int line, string text, string? docString = null, string[][]? table = null) =>
        Step(line, "Then", StepDefinitionType.Then, text, docString, table);

    /// <summary>And, But and *: whatever the step above is.</summary>
    public void And(int line, string keyword, string text, string? docString = null, string[][]? table = null) =>
        Step(line, keyword, null, text, docString, table);

    public void Finish() => Wait(run.FinishAsync(file));

    /// <summary>Runs the hooks after the scenario, and adds the line of the feature to what failed.</summary>
    public async Task EndAsync()
    {
        FailureLine.AddTo(global::NUnit.Framework.Internal.TestExecutionContext.CurrentContext.CurrentResult, Where());
        await run.EndAsync();
    }

    private void Step(
        int line,
        string keyword,
        StepDefinitionType? type,
        string text,
        string? docString,
        string[][]? table
    ) =>
        Wait(
            run.StepAsync(
                new StepLine(
                    line,
                    keyword,
                    type,
                    Outline.Fill(text, Row),
                    docString is null ? null : Outline.Fill(docString, Row),
                    TableOf(table)
                )
            )
        );

    /// <summary>
    /// A test that awaits each of its steps is a state machine that takes longer to compile than to run; NUnit holds a
    /// thread for the test either way, and no synchronization context waits for it.
    /// </summary>
    private static void Wait(Task task) => task.GetAwaiter().GetResult();

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
