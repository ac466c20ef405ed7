using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>
/// The kernel's other fence (seccomp's user notification, Linux 5.5 and later): what a thread that has put it up
/// starts asks us before it connects or sends to an address. It holds what no reading of texts sees: a script from a
/// pipe, a sourced file, an address that a program puts together.
/// </summary>
internal static class LoopbackFence
{
    private const int NoNewPrivileges = 38;
    private const int SetModeFilter = 1;
    private const int NewListener = 1 << 3;

    // A program that is preempted by signals of its own (Go's are) would ask anew each time.
    private const int WaitKillable = 1 << 5;

    private const uint Allow = 0x7fff0000;
    private const uint Ask = 0x7fc00000;
    private const uint NotImplemented = 0x00050000 | 38;

    private const ushort Load = 0x20;
    private const ushort Equal = 0x15;
    private const ushort AtLeast = 0x35;
    private const ushort Return = 0x06;

    // struct seccomp_data: the call's number, the architecture, the instruction pointer, six arguments of eight bytes.
    private const uint Number = 0;
    private const uint Architecture = 4;
    private const uint SendToAddress = 48;

    /// <summary>
    /// Puts it up around the calling thread, for good, and gives what the questions are read from; null where the
    /// kernel has none, or somebody else's fence stands already.
    /// </summary>
    /// <param name="keepsPrivileges">A client from a snap must gain privileges: then only root may put it up.</param>
    public static SafeFileHandle? Enter(bool keepsPrivileges)
    {
        // Who may not read what it is asked about can only refuse everything, the twin too.
        if (SystemCalls.Here is not { } calls || !ProcessMemory.IsReadable())
            return null;
        if (!keepsPrivileges && Prctl(NoNewPrivileges, 1, 0, 0, 0) != 0)
            return null;
        var listener = Install(calls, NewListener | WaitKillable);
        if (listener < 0)
            listener = Install(calls, NewListener);
        return listener < 0 ? null : new SafeFileHandle((nint)listener, ownsHandle: true);
    }

    private static unsafe long Install(SystemCalls calls, int flags)
    {
        var program = Program(calls);
        fixed (Instruction* first = program)
        {
            var filter = new Filter { Length = (ushort)program.Length, First = first };
            return Call(calls.Seccomp, SetModeFilter, flags, (nint)(&filter));
        }
    }

    private static Instruction[] Program(SystemCalls calls) =>
        [
            new(Load, 0, 0, Architecture),
            new(Equal, 0, 13, calls.Architecture),
            new(Load, 0, 0, Number),
            new(AtLeast, 11, 0, 0x40000000),
            new(Equal, 9, 0, calls.Connect),
            new(Equal, 8, 0, calls.SendMessage),
            new(Equal, 7, 0, calls.SendMessages),
            new(Equal, 7, 0, SystemCalls.RingSetup),
            new(Equal, 0, 4, calls.SendTo),
            new(Load, 0, 0, SendToAddress),
            new(Equal, 0, 3, 0),
            new(Load, 0, 0, SendToAddress + 4),
            new(Equal, 0, 1, 0),
            new(Return, 0, 0, Allow),
            new(Return, 0, 0, Ask),
            new(Return, 0, 0, NotImplemented),
        ];

    [DllImport("libc", EntryPoint = "syscall")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Call(long number, nint first, nint second, nint third);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Prctl(int option, nint second, nint third, nint fourth, nint fifth);

    /// <summary>struct sock_filter: where it jumps to is counted from the next one.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte WhenTrue, byte WhenFalse, uint Value);

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Filter
    {
        public ushort Length;
        public Instruction* First;
    }
}
