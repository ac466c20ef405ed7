using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>
/// The kernel's other fence (seccomp's user notification, Linux 5.5 and later): what a thread that has put it up
/// starts asks us before it connects or sends to an address, changes a file's own record or, where nobody else holds
/// that, sends a signal. It holds what no reading of texts sees: a script from a
/// pipe, a sourced file, an address that a program puts together.
/// </summary>
internal static class LoopbackFence
{
    private const int NoNewPrivileges = 38;
    private const int SetModeFilter = 1;
    private const int NewListener = 1 << 3;

    // A program that is preempted by signals of its own (Go's are) would ask anew each time.
    private const int WaitKillable = 1 << 5;

    /// <summary>
    /// Puts it up around the calling thread, for good, and gives what the questions are read from; null where the
    /// kernel has none, or somebody else's fence stands already.
    /// </summary>
    /// <param name="keepsPrivileges">A client from a snap must gain privileges: then only root may put it up.</param>
    /// <param name="signals">Nobody else holds signals.</param>
    public static SafeFileHandle? Enter(bool keepsPrivileges, bool signals)
    {
        // Who may not read what it is asked about can only refuse everything, the twin too.
        if (SystemCalls.Here is not { } calls || !ProcessMemory.IsReadable())
            return null;
        if (!keepsPrivileges && Prctl(NoNewPrivileges, 1, 0, 0, 0) != 0)
            return null;
        var listener = Install(calls, signals, NewListener | WaitKillable);
        if (listener < 0)
            listener = Install(calls, signals, NewListener);
        return listener < 0 ? null : new SafeFileHandle((nint)listener, ownsHandle: true);
    }

    private static unsafe long Install(SystemCalls calls, bool signals, int flags)
    {
        var program = CallFilter.Of(calls, signals);
        fixed (Instruction* first = program)
        {
            var filter = new Filter { Length = (ushort)program.Length, First = first };
            return Call(calls.Seccomp, SetModeFilter, flags, (nint)(&filter));
        }
    }

    [DllImport("libc", EntryPoint = "syscall")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Call(long number, nint first, nint second, nint third);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Prctl(int option, nint second, nint third, nint fourth, nint fifth);

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Filter
    {
        public ushort Length;
        public Instruction* First;
    }
}
