using System.Runtime.InteropServices;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>struct seccomp_notif: a process asks before a call; it waits for the answer.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FenceQuestion
{
    public ulong Id;
    public int Process;
    public uint Flags;
    public int Call;
    public uint Architecture;
    public ulong Instruction;
    public fixed ulong Arguments[6];
}
