using System.Runtime.InteropServices;
using System.Text;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>Reads what another process of this user points the kernel at.</summary>
internal static class ProcessMemory
{
    // Only an administrator may look into other processes from here on (Yama).
    private const int AdministratorsOnly = 2;
    private const ulong Page = 4096;
    private const int LongestPath = 4096;
    private const string Scope = "/proc/sys/kernel/yama/ptrace_scope";

    /// <summary>
    /// Whether what we start may be read at all: a hardened machine, or the profile of a container, may forbid it.
    /// </summary>
    public static unsafe bool IsReadable()
    {
        var here = 42UL;
        if (Read(Environment.ProcessId, (ulong)&here, sizeof(ulong)) is null)
            return false;
        return Environment.IsPrivilegedProcess
            || !File.Exists(Scope)
            || !int.TryParse(File.ReadAllText(Scope), out var scope)
            || scope < AdministratorsOnly;
    }

    /// <summary>So many bytes from there; null: it could not be read.</summary>
    public static unsafe byte[]? Read(int process, ulong from, int length)
    {
        var bytes = new byte[length];
        fixed (byte* to = bytes)
        {
            var local = new Span { Start = (nint)to, Length = length };
            var remote = new Span { Start = (nint)from, Length = length };
            return ReadFrom(process, &local, 1, &remote, 1, 0) == length ? bytes : null;
        }
    }

    /// <summary>The text that ends in a NUL there, as long as a path may be; null: it could not be read.</summary>
    public static string? Text(int process, ulong from)
    {
        // What lies behind the end of a page may be nobody's: page by page.
        var bytes = new List<byte>();
        while (bytes.Count <= LongestPath)
        {
            var length = (int)(Page - (from + (ulong)bytes.Count) % Page);
            if (Read(process, from + (ulong)bytes.Count, length) is not { } read)
                return null;
            var end = Array.IndexOf(read, (byte)0);
            bytes.AddRange(end < 0 ? read : read[..end]);
            if (end >= 0)
                return Encoding.UTF8.GetString([.. bytes]);
        }

        return null;
    }

    [DllImport("libc", EntryPoint = "process_vm_readv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern unsafe nint ReadFrom(
        int process,
        Span* local,
        nuint localCount,
        Span* remote,
        nuint remoteCount,
        nuint flags
    );

    /// <summary>struct iovec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Span
    {
        public nint Start;
        public nint Length;
    }
}
