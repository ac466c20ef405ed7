using System.Globalization;
using Acceptance.Cloud.Twin.Personas;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>
/// One persona's line to the twin. Orders go down it; its side connections (stdin, runs) are met by token.
/// </summary>
internal sealed class PersonaConversation(FieldStream stream, VirtualClock clock, PersonaRendezvous rendezvous)
    : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<PersonaRun> _runs = [];
    private IDisposable? _held = clock.BeginRequest();

    public CancellationToken Gone => _gone.Token;

    /// <summary>The persona became another program: it needs no exit.</summary>
    public bool Became { get; private set; }

    /// <summary>Lets the clock move while something is waited for.</summary>
    public async Task<T> Waiting<T>(Func<Task<T>> wait)
    {
        Interlocked.Exchange(ref _held, null)?.Dispose();
        using var registration = stream.Closed.Register(EndRuns);
        try
        {
            var outcome = await wait();
            _gone.Token.ThrowIfCancellationRequested();
            return outcome;
        }
        finally
        {
            _held = clock.BeginRequest();
        }
    }

    public async Task Print(string where, byte[] bytes)
    {
        await stream.Send($"{where} {bytes.Length}\n");
        await stream.Send(bytes);
    }

    public async Task<byte[]> Stdin()
    {
        var run = new PersonaRun();
        rendezvous.Expect(run);
        await stream.Send($"stdin {run.Token}\n");
        return await Of(run, run.Out.Task);
    }

    public async Task<string?> Prompt(string text)
    {
        await stream.Send($"prompt\n{text}\0");
        var ended = await stream.Next();
        var line = await stream.Next();
        return ended == "0" || line?.Length > 0 ? line : null;
    }

    public async Task<int> Run(string script, StdinUse stdin)
    {
        var run = new PersonaRun();
        rendezvous.Expect(run);
        await stream.Send($"run {run.Token} {stdin.ToString().ToLowerInvariant()}\n{script}\0");
        return await Of(run, run.Ended.Task);
    }

    public async Task<IReadOnlyList<Collected>> Collect(IReadOnlyList<string> scripts)
    {
        var collecting = new List<Task<Collected>>();
        foreach (var script in scripts)
        {
            var run = new PersonaRun();
            rendezvous.Expect(run);
            await stream.Send($"collect {run.Token}\n{script}\0");
            collecting.Add(Of(run, run.All()));
        }

        return await Task.WhenAll(collecting);
    }

    public async Task Become(string script)
    {
        Became = true;
        await stream.Send($"exec\n{script}\0");
    }

    public Task Exit(int code) => stream.Send(string.Create(CultureInfo.InvariantCulture, $"exit {code}\n"));

    public void Dispose()
    {
        EndRuns();
        Interlocked.Exchange(ref _held, null)?.Dispose();
        _gone.Dispose();
    }

    private async Task<T> Of<T>(PersonaRun run, Task<T> outcome)
    {
        lock (_runs)
            _runs.Add(run);
        try
        {
            return await outcome;
        }
        finally
        {
            lock (_runs)
                _runs.Remove(run);
            rendezvous.Forget(run);
        }
    }

    private void EndRuns()
    {
        _gone.Cancel();
        PersonaRun[] runs;
        lock (_runs)
            runs = [.. _runs];
        foreach (var run in runs)
            run.End();
    }
}
