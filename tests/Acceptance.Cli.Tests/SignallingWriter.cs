namespace Acceptance.Cli.Tests;

/// <summary>Keeps what is written and says when a line begins as awaited.</summary>
internal sealed class SignallingWriter(string awaited) : StringWriter
{
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Seen => _seen.Task;

    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.StartsWith(awaited, StringComparison.Ordinal) == true)
            _seen.TrySetResult();
    }
}
