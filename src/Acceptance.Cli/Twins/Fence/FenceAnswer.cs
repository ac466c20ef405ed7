using System.Runtime.InteropServices;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>struct seccomp_notif_resp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FenceAnswer
{
    /// <summary>The call is made as if nobody had asked.</summary>
    public const uint GoOn = 1;

    public ulong Id;
    public long Value;
    public int Error;
    public uint Flags;
}
