using Acceptance.Cloud.Twin.Personas;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>
/// A script that a persona runs for the twin: where it runs, what it prints if the twin collects it, how it ends.
/// </summary>
internal sealed class PersonaRun
{
    public string Token { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Its process, as it says, while it lives, and the socket that says so.</summary>
    public (int Process, uint Socket)? Claimed { get; set; }

    public TaskCompletionSource<int> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<byte[]> Out { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<byte[]> Err { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<Collected> All() => new(await Ended.Task, await Out.Task, await Err.Task);

    /// <summary>The persona is no more: so is what it ran.</summary>
    public void End()
    {
        if (Claimed is { } claimed)
            ProcessGroup.End(claimed.Process, claimed.Socket);
        Ended.TrySetResult(255);
        Out.TrySetResult([]);
        Err.TrySetResult([]);
    }
}
