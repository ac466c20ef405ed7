using System.Runtime.InteropServices;

namespace Acceptance.Surroundings;

/// <summary>
/// A shell without job control ignores SIGINT for all that it puts in the background, and what they start inherits that: a child that is to be
/// interrupted would never be. So the children of an assembly with a [SetUpFixture] of this begin with the default, wherever they were started from.
/// </summary>
public abstract class InterruptsReach
{
    private const int Interrupt = 2;
    private static readonly nint Default = 0;
    private static readonly nint Ignored = 1;
    private nint _before;

    [OneTimeSetUp]
    public void Restore()
    {
        // Where it is not ignored the runtime has a handler of its own, which must stay.
        _before = Signal(Interrupt, Default);
        if (_before != Ignored) _ = Signal(Interrupt, _before);
    }

    [OneTimeTearDown]
    public void PutBack() => _ = Signal(Interrupt, _before);

    [DllImport("libc", EntryPoint = "signal")]
    private static extern nint Signal(int signal, nint handler);
}
