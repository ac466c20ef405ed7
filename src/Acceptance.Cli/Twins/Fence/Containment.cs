using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>
/// The kernel's own fence (Landlock, Linux 5.13 and later): a thread that has put it up, and all that it starts,
/// reads as before and writes beneath the twin's home, the temporary folders and nowhere else. It stands where sudo,
/// personas and the reading of texts cannot see.
/// </summary>
internal static class Containment
{
    private const int CreateRuleset = 444;
    private const int AddRule = 445;
    private const int RestrictSelf = 446;
    private const int NoNewPrivileges = 38;
    private const int PathBeneath = 1;
    private const int OpenPath = 0x200000 | 0x80000;

    private const ulong WriteFile = 1 << 1;
    private const ulong Refer = 1 << 13;
    private const ulong Truncate = 1 << 14;

    // The versions that hold truncation, and names of sockets without a file, and signals.
    private const int WithTruncate = 3;
    private const int WithScopes = 6;

    // Write, remove folders and files, make folders, files, sockets, pipes, links; character and block devices too.
    private const ulong First =
        WriteFile | (1 << 4) | (1 << 5) | (1 << 6) | (1 << 7) | (1 << 8) | (1 << 9) | (1 << 10) | (1 << 11) | (1 << 12);

    private static readonly string[] Devices =
    [
        "/dev/null",
        "/dev/zero",
        "/dev/full",
        "/dev/random",
        "/dev/urandom",
        "/dev/tty",
        "/dev/ptmx",
        "/dev/pts",
        "/dev/shm",
        "/proc/self/fd/0",
        "/proc/self/fd/1",
        "/proc/self/fd/2",
    ];

    private static long Version { get; } = Call(CreateRuleset, 0, 0, 1);

    /// <summary>This kernel has it.</summary>
    public static bool IsKnown => Version >= 1;

    /// <summary>
    /// It also holds signals, and sockets whose names have no file, to who is inside (Linux 6.12 and later).
    /// </summary>
    public static bool HoldsSignals => Version >= WithScopes;

    /// <summary>Puts it up around the calling thread, for good; false where the kernel has none.</summary>
    public static bool Enter(IEnumerable<string> folders)
    {
        if (!IsKnown)
            return false;
        var handled = First | (Version >= 2 ? Refer : 0) | (Version >= WithTruncate ? Truncate : 0);
        var ruleset = Create(handled);
        if (ruleset < 0)
            return false;
        using var owned = new SafeFileHandle((nint)ruleset, ownsHandle: true);
        foreach (var folder in folders)
            Allow(ruleset, folder, handled);
        foreach (var device in Devices)
            Allow(ruleset, device, Directory.Exists(device) ? handled : handled & (WriteFile | Truncate));
        return Prctl(NoNewPrivileges, 1, 0, 0, 0) == 0 && Call(RestrictSelf, (nint)ruleset, 0, 0) == 0;
    }

    private static unsafe long Create(ulong handled)
    {
        var wanted = new Ruleset { Files = handled, Scopes = HoldsSignals ? 3UL : 0 };
        return Call(CreateRuleset, (nint)(&wanted), HoldsSignals ? sizeof(Ruleset) : sizeof(ulong), 0);
    }

    private static unsafe void Allow(long ruleset, string path, ulong allowed)
    {
        var opened = Open(path, OpenPath);
        if (opened < 0)
            return;
        using var owned = new SafeFileHandle(opened, ownsHandle: true);
        var rule = new Beneath { Allowed = allowed, Parent = opened };
        _ = Call4(AddRule, (nint)ruleset, PathBeneath, (nint)(&rule), 0);
    }

    private static long Call(int number, nint first, nint second, nint third) => Call4(number, first, second, third, 0);

    [DllImport("libc", EntryPoint = "syscall")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Call4(long number, nint first, nint second, nint third, nint fourth);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Prctl(int option, nint second, nint third, nint fourth, nint fifth);

    [DllImport("libc", EntryPoint = "open", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    /// <summary>struct landlock_ruleset_attr: the kernel takes its first field alone, too.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Ruleset
    {
        public ulong Files;
        public ulong Network;
        public ulong Scopes;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Beneath
    {
        public ulong Allowed;
        public int Parent;
    }
}
