using System.Runtime.InteropServices;
using Acceptance.Cli.Twins.Fence;

namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// Signals that end a program, passed on to the command and all it started; the run waits for its end. What the
/// terminal sends is the command's alone: a Ctrl-C reached the whole foreground group already. A second SIGTERM or
/// SIGHUP after the grace kills what did not heed the first.
/// </summary>
internal sealed class PassedSignals : IDisposable
{
    private const int Kill = 9;

    // systemd sends SIGHUP right behind SIGTERM: that is one wish, not two.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly List<PosixSignal> _early = [];
    private readonly List<PosixSignalRegistration> _registered = [];
    private string? _mark;
    private long? _asked;

    public PassedSignals(TimeProvider clock)
    {
        _clock = clock;
        foreach (
            var signal in (PosixSignal[])
                [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT]
        )
            _registered.Add(PosixSignalRegistration.Create(signal, Arrived));
    }

    /// <summary>One came before there was a command.</summary>
    public bool Stopped
    {
        get
        {
            lock (_gate)
                return _early.Count > 0;
        }
    }

    /// <summary>The command has begun; what came while it did reaches it now.</summary>
    public void PassTo(string mark)
    {
        lock (_gate)
        {
            _mark = mark;
            foreach (var signal in _early)
                Pass(signal, mark);
            _early.Clear();
        }
    }

    public void Dispose()
    {
        foreach (var one in _registered)
            one.Dispose();
    }

    private void Arrived(PosixSignalContext arrived)
    {
        arrived.Cancel = true;
        lock (_gate)
        {
            if (_mark is null)
                _early.Add(arrived.Signal);
            else if (
                arrived.Signal is not (PosixSignal.SIGINT or PosixSignal.SIGQUIT)
                || !MarkedProcesses.ForegroundIsOurs()
            )
                Pass(arrived.Signal, _mark);
        }
    }

    private void Pass(PosixSignal signal, string mark)
    {
        var unheeded = false;
        if (signal is PosixSignal.SIGTERM or PosixSignal.SIGHUP)
        {
            unheeded = _asked is { } first && _clock.GetElapsedTime(first) >= Grace;
            _asked ??= _clock.GetTimestamp();
        }

        MarkedProcesses.Signal(mark, unheeded ? Kill : Number(signal));
    }

    private static int Number(PosixSignal signal) =>
        signal switch
        {
            PosixSignal.SIGHUP => 1,
            PosixSignal.SIGINT => 2,
            PosixSignal.SIGQUIT => 3,
            _ => 15,
        };
}
