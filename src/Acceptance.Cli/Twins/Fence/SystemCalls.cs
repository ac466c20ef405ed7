using System.Runtime.InteropServices;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>The kernel's numbers of the calls that reach out, which differ by machine.</summary>
/// <param name="Files">What changes a file's own record.</param>
/// <param name="Signals">kill, rt_sigqueueinfo, tkill, rt_tgsigqueueinfo: whom, first.</param>
/// <param name="SignalThread">tgkill, by which a program also wakes its own threads (Go does, all the time).</param>
internal sealed record SystemCalls(
    uint Architecture,
    uint Connect,
    uint SendTo,
    uint SendMessage,
    uint SendMessages,
    int Seccomp,
    IReadOnlyList<FileCall> Files,
    IReadOnlyList<uint> Signals,
    uint SignalThread
)
{
    /// <summary>io_uring_setup, the same everywhere: what it does is not seen by a filter of calls.</summary>
    public const uint RingSetup = 425;

    /// <summary>pidfd_send_signal, the same everywhere: whom, as a descriptor.</summary>
    public const uint SignalByDescriptor = 424;

    /// <summary>This machine's; null: not known.</summary>
    public static SystemCalls? Here { get; } =
        !OperatingSystem.IsLinux()
            ? null
            : RuntimeInformation.ProcessArchitecture switch
            {
                System.Runtime.InteropServices.Architecture.X64 => new SystemCalls(
                    0xC000003E,
                    42,
                    44,
                    46,
                    307,
                    317,
                    FileCall.OfX64,
                    [62, 129, 200, 297],
                    234
                ),
                System.Runtime.InteropServices.Architecture.Arm64 => new SystemCalls(
                    0xC00000B7,
                    203,
                    206,
                    211,
                    269,
                    277,
                    FileCall.OfArm64,
                    [129, 138, 130, 240],
                    131
                ),
                _ => null,
            };
}
