using System.Runtime.InteropServices;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>struct sock_filter: where it jumps to is counted from the next one.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Instruction(ushort Code, byte WhenTrue, byte WhenFalse, uint Value);
