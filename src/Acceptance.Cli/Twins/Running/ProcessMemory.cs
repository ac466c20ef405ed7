using System.Runtime.InteropServices;

namespace Acceptance.Cli.Twins.Running;

/// <summary>Reads what another process of this user points the kernel at.</summary>
internal static class ProcessMemory
{
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

    [DllImport("libc", EntryPoint = "process_vm_readv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern unsafe nint ReadFrom(int process, Span* local, nuint localCount, Span* remote, nuint remoteCount, nuint flags);

    /// <summary>struct iovec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Span
    {
        public nint Start;
        public nint Length;
    }
}
