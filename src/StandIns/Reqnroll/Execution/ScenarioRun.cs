using System.Runtime.ExceptionServices;
using Reqnroll.Bindings;
using Reqnroll.BoDi;
using Reqnroll.Discovery;
using Reqnroll.Matching;

namespace Reqnroll.Execution;

/// <summary>
/// One scenario, or one row of an outline. A step that fails throws where it stands, so that the stack trace names its line;
/// a step without a binding lets the next ones be looked up too, so that all skeletons are told at once.
/// </summary>
internal sealed class ScenarioRun
{
    private readonly TestRun run;
    private readonly ObjectContainer container;
    private readonly ScopeSubject subject;
    private readonly UndefinedSteps undefined = new();
    private StepDefinitionType lastType = StepDefinitionType.Given;
    private bool started;

    public ScenarioRun(FeatureRun feature, ScenarioInfo info, RuleInfo? rule)
    {
        run = feature.Run;
        container = new ObjectContainer(feature.Context.FeatureContainer);
        Context = new ScenarioContext(container, info, rule);
        subject = new ScopeSubject(info.CombinedTags, feature.Context.FeatureInfo.Title, info.Title);
        container.RegisterInstanceAs(Context);
        container.RegisterInstanceAs<IScenarioContext>(Context);
    }

    public ScenarioContext Context { get; }

    /// <summary>The step that is running or ran last; null before the first.</summary>
    public StepLine? Current { get; private set; }

    public async Task StartAsync()
    {
        started = true;
        await HookAsync(HookType.BeforeScenario);
    }

    public async Task StepAsync(StepLine line)
    {
        var step = new StepText(line.Type ?? lastType, line.Text, line.DocString, line.Table);
        lastType = step.Type;
        if (Context.ScenarioExecutionStatus != ScenarioExecutionStatus.OK)
        {
            Skip(line, step);
            return;
        }

        Current = line;
        await EnterBlockAsync((ScenarioBlock)step.Type);
        Context.StepContext = new ScenarioStepContext(new StepInfo(step.Type, step.Text, step.Table, step.DocString));
        run.Output.WriteLine($"{line.Keyword} {line.Text}");
        if (Find(step) is { } match)
        {
            await RunAsync(match);
        }
        else
        {
            undefined.Add(line, step);
            Record(ScenarioExecutionStatus.UndefinedStep, null);
            run.Output.WriteLine("-> no matching step definition found");
        }
    }

    /// <exception cref="MissingStepDefinitionException">Some steps have no binding.</exception>
    public async Task FinishAsync(string file)
    {
        await EnterBlockAsync(ScenarioBlock.None);
        undefined.ThrowIfAny(file);
    }

    public async Task EndAsync()
    {
        try
        {
            if (started)
            {
                await HookAsync(HookType.AfterScenario);
            }
        }
        finally
        {
            container.Dispose();
        }
    }

    private StepMatch? Find(StepText step)
    {
        try
        {
            return run.Matcher.Find(step, subject);
        }
        catch (BindingException error)
        {
            Record(ScenarioExecutionStatus.BindingError, error);
            throw;
        }
    }

    private void Skip(StepLine line, StepText step)
    {
        run.Output.WriteLine($"{line.Keyword} {line.Text}");
        try
        {
            if (run.Matcher.Find(step, subject) is null)
            {
                undefined.Add(line, step);
            }
        }
        catch (BindingException)
        {
            // The earlier step is what fails the scenario; this one is told once that is mended.
        }

        run.Output.WriteLine("-> skipped because of previous errors");
    }

    private async Task RunAsync(StepMatch match)
    {
        var method = match.Binding.Method;
        Exception? failure = null;
        var begun = false;
        try
        {
            var arguments = new object?[match.Arguments.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = await run.Converter.ConvertAsync(
                    match.Arguments[i],
                    method.ParameterTypes[i],
                    container
                );
            }

            begun = true;
            await run.Hooks.RunAsync(HookType.BeforeStep, container, subject);
            await method.InvokeAsync(container, arguments);
            run.Output.WriteLine($"-> done: {method}");
        }
        catch (Exception error)
        {
            failure = error;
            Record(StatusOf(error), error);
            run.Output.WriteLine($"-> {Context.ScenarioExecutionStatus}: {method}");
        }

        if (begun)
        {
            await AfterStepAsync(failure);
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private async Task AfterStepAsync(Exception? failure)
    {
        try
        {
            await HookAsync(HookType.AfterStep);
        }
        catch (Exception error) when (failure is not null)
        {
            // The step's own failure is the one to report.
            run.Output.WriteLine($"-> AfterStep failed too: {error.Message}");
        }
    }

    private async Task EnterBlockAsync(ScenarioBlock block)
    {
        if (Context.CurrentScenarioBlock == block)
        {
            return;
        }

        if (
            Context.CurrentScenarioBlock != ScenarioBlock.None
            && Context.ScenarioExecutionStatus == ScenarioExecutionStatus.OK
        )
        {
            await HookAsync(HookType.AfterScenarioBlock);
        }

        Context.CurrentScenarioBlock = block;
        if (block != ScenarioBlock.None)
        {
            await HookAsync(HookType.BeforeScenarioBlock);
        }
    }

    private async Task HookAsync(HookType type)
    {
        try
        {
            await run.Hooks.RunAsync(type, container, subject);
        }
        catch (Exception error)
        {
            Context.TestError ??= error;
            Context.ScenarioExecutionStatus = StatusOf(error);
            throw;
        }
    }

    private void Record(ScenarioExecutionStatus status, Exception? error)
    {
        Context.ScenarioExecutionStatus = status;
        Context.TestError = error;
        Context.StepContext.Status = status;
        Context.StepContext.StepError = error;
    }

    private ScenarioExecutionStatus StatusOf(Exception error) =>
        error switch
        {
            PendingStepException => ScenarioExecutionStatus.StepDefinitionPending,
            BindingException => ScenarioExecutionStatus.BindingError,
            _ => run.Provider.DetectExecutionStatus(error) ?? ScenarioExecutionStatus.TestError,
        };
}
