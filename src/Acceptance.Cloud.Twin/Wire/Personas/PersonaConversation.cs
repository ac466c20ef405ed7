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

    /// <summary>What the persona finds at these paths, in their order.</summary>
    public async Task<IReadOnlyList<CallersFile>> Read(IReadOnlyList<string> paths)
    {
        await stream.Send(string.Create(CultureInfo.InvariantCulture, $"read {paths.Count}\n"));
        await stream.Send(string.Concat(paths.Select(path => path + "\0")));
        var found = new List<CallersFile>();
        while (found.Count < paths.Count)
        {
            var (kind, mode, text) = (await stream.Next(), await stream.Next(), await stream.Next());
            found.Add(kind is null ? throw new IOException("The persona has gone.") : File(kind, mode!, text ?? ""));
        }

        return found;
    }

    /// <summary>Null when the persona has written it; else why it could not, as the kernel says it.</summary>
    public async Task<string?> Write(string path, byte[] bytes, bool append)
    {
        var how = append ? "append" : "anew";
        await stream.Send(string.Create(CultureInfo.InvariantCulture, $"write {bytes.Length} {how}\n{path}\0"));
        await stream.Send(bytes);
        return await stream.Next() is { Length: > 0 } why ? why : null;
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

    private static CallersFile File(string kind, string mode, string text) =>
        new(kind, mode.Length is > 0 and < 8 ? (UnixFileMode)Convert.ToInt32(mode, 8) : default, text);

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
