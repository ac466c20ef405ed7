using System.Runtime.CompilerServices;

namespace CliWrap;

/// <summary>A command under way: a task that also knows the process id.</summary>
public class CommandTask<TResult>(Task<TResult> task, int processId) : IDisposable
{
    public Task<TResult> Task { get; } = task;

    public int ProcessId { get; } = processId;

    public CommandTask<T> Select<T>(Func<TResult, T> transform) =>
        Bind(async running => transform(await running.ConfigureAwait(false)));

    public TaskAwaiter<TResult> GetAwaiter() => Task.GetAwaiter();

    public ConfiguredTaskAwaitable<TResult> ConfigureAwait(bool continueOnCapturedContext) =>
        Task.ConfigureAwait(continueOnCapturedContext);

    public void Dispose() => Task.Dispose();

    public static implicit operator Task<TResult>(CommandTask<TResult> commandTask) => commandTask.Task;

    internal CommandTask<T> Bind<T>(Func<Task<TResult>, Task<T>> transform) => new(transform(Task), ProcessId);
}
