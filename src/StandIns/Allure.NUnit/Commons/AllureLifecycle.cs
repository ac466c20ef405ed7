namespace Allure.Net.Commons;

/// <summary>The results directory, and the test under way of whoever asks.</summary>
public class AllureLifecycle
{
    private static readonly Lazy<AllureLifecycle> Shared = new(() => new AllureLifecycle());

    // Follows async calls, so tests and steps that run side by side do not meet.
    private readonly AsyncLocal<AllureContext?> _context = new();
    private readonly Lock _model = new();

    internal AllureLifecycle() => Writer = new ResultsWriter(AllureConfigurationFile.Read());

    public static AllureLifecycle Instance => Shared.Value;

    /// <summary>The full path; environment.properties and categories.json go there too, written by whoever knows them.</summary>
    public string ResultsDirectory => Writer.Directory;

    internal ResultsWriter Writer { get; }

    /// <summary>Removes all that is in the results directory.</summary>
    public virtual void CleanupResultDirectory() => Writer.CleanUp();

    public virtual AllureLifecycle UpdateTestCase(Action<TestResult> update)
    {
        lock (_model)
            update(Current.Test);
        return this;
    }

    /// <summary>The innermost open step, or the test.</summary>
    public virtual AllureLifecycle UpdateExecutableItem(Action<ExecutableItem> updateItem)
    {
        lock (_model)
            updateItem(Current.Innermost);
        return this;
    }

    internal void Enter(TestResult test) => _context.Value = new AllureContext(test, []);

    internal void Leave() => _context.Value = null;

    internal void Enter(StepResult step)
    {
        var context = Current;
        lock (_model)
            context.Innermost.steps.Add(step);
        _context.Value = context with { Steps = context.Steps.Push(step) };
    }

    internal void LeaveStep() => _context.Value = Current with { Steps = Current.Steps.Pop() };

    private AllureContext Current =>
        _context.Value
        ?? throw new InvalidOperationException(
            "No test is under way here: AllureApi is for tests of a class with [AllureNUnit]."
        );
}
