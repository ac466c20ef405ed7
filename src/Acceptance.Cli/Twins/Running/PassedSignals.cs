using System.Runtime.InteropServices;

namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// Signals that end a program, passed on to the command and all it started. What the terminal sends it has sent to the command already: a
/// Ctrl-C reaches the whole foreground group.
/// </summary>
internal sealed class PassedSignals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registered = [];
    private volatile string? _mark;

    public PassedSignals()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
            _registered.Add(PosixSignalRegistration.Create(signal, Pass));
    }

    /// <summary>One came before there was a command.</summary>
    public bool Stopped { get; private set; }

    public void PassTo(string mark) => _mark = mark;

    public void Dispose()
    {
        foreach (var one in _registered) one.Dispose();
    }

    private void Pass(PosixSignalContext arrived)
    {
        arrived.Cancel = true;
        if (_mark is not { } mark)
        {
            Stopped = true;
            return;
        }

        if (arrived.Signal is PosixSignal.SIGINT or PosixSignal.SIGQUIT && MarkedProcesses.ForegroundIsOurs()) return;
        MarkedProcesses.Signal(mark, Number(arrived.Signal));
    }

    private static int Number(PosixSignal signal) => signal switch
    {
        PosixSignal.SIGHUP => 1,
        PosixSignal.SIGINT => 2,
        PosixSignal.SIGQUIT => 3,
        _ => 15,
    };
}
