using Acceptance.Runs;

namespace Acceptance.Steps.Scenarios;

/// <summary>
/// What must be done when the scenario is over, however it ended: the last that was opened goes first.
/// </summary>
public sealed class ScenarioEnd(AcceptanceRun run)
{
    private readonly Stack<Func<Task>> _tasks = [];

    public void Then(IAsyncDisposable opened) => _tasks.Push(() => opened.DisposeAsync().AsTask());

    /// <param name="remove">Removes what is left, and says what could not be removed.</param>
    public void Then(Func<Task<string?>> remove) =>
        _tasks.Push(async () =>
        {
            if (await remove() is { } left)
                run.Say($"{left}");
        });

    public async Task Come()
    {
        while (_tasks.TryPop(out var task))
            await task();
    }
}
