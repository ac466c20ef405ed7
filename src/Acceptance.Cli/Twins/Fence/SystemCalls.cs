using System.Runtime.InteropServices;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>The kernel's numbers of the calls that reach out, which differ by machine.</summary>
internal sealed record SystemCalls(
    uint Architecture,
    uint Connect,
    uint SendTo,
    uint SendMessage,
    uint SendMessages,
    int Seccomp
)
{
    /// <summary>io_uring_setup, the same everywhere: what it does is not seen by a filter of calls.</summary>
    public const uint RingSetup = 425;

    /// <summary>This machine's; null: not known.</summary>
    public static SystemCalls? Here { get; } =
        !OperatingSystem.IsLinux()
            ? null
            : RuntimeInformation.ProcessArchitecture switch
            {
                System.Runtime.InteropServices.Architecture.X64 => new SystemCalls(0xC000003E, 42, 44, 46, 307, 317),
                System.Runtime.InteropServices.Architecture.Arm64 => new SystemCalls(
                    0xC00000B7,
                    203,
                    206,
                    211,
                    269,
                    277
                ),
                _ => null,
            };
}
