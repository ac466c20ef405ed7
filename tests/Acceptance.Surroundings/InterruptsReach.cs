using System.Runtime.InteropServices;

namespace Acceptance.Surroundings;

/// <summary>
/// A shell without job control ignores SIGINT for all that it puts in the background, nohup ignores SIGHUP, and what
/// they start inherits that: a child that is to be interrupted would never be. So the children of an assembly with a
/// [SetUpFixture] of this begin with the defaults, wherever they were started from.
/// </summary>
public abstract class InterruptsReach
{
    private static readonly nint Default = 0;
    private static readonly nint Ignored = 1;
    private readonly Dictionary<int, nint> _before = new()
    {
        [Hangup] = Default,
        [Interrupt] = Default,
        [Quit] = Default,
    };

    private const int Hangup = 1;
    private const int Interrupt = 2;
    private const int Quit = 3;

    [OneTimeSetUp]
    public void Restore()
    {
        foreach (var signal in _before.Keys.ToArray())
        {
            // Where it is not ignored the runtime may have a handler of its own, which must stay.
            _before[signal] = Signal(signal, Default);
            if (_before[signal] != Ignored)
                _ = Signal(signal, _before[signal]);
        }
    }

    [OneTimeTearDown]
    public void PutBack()
    {
        foreach (var (signal, handler) in _before)
            _ = Signal(signal, handler);
    }

    [DllImport("libc", EntryPoint = "signal")]
    private static extern nint Signal(int signal, nint handler);
}
