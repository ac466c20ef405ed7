namespace Acceptance.Cli.Twins.Fence;

/// <summary>
/// The filter's program (classic BPF over struct seccomp_data): which calls ask, which are not there.
/// </summary>
internal static class CallFilter
{
    private const uint Allow = 0x7fff0000;
    private const uint Ask = 0x7fc00000;
    private const uint NotImplemented = 0x00050000 | 38;

    private const ushort Load = 0x20;
    private const ushort Equal = 0x15;
    private const ushort AtLeast = 0x35;
    private const ushort Return = 0x06;

    // The call's number, the architecture, the instruction pointer, six arguments of eight bytes.
    private const uint Number = 0;
    private const uint Architecture = 4;
    private const uint FirstArgument = 16;

    // Numbers of the x32 interface begin here.
    private const uint OtherInterface = 0x40000000;

    /// <summary>SIGURG: ignored by who does not expect it, and sent by Go's runtime to its own threads.</summary>
    private const uint Urgent = 23;

    /// <param name="signals">Signals ask too: the kernel does not hold them by itself.</param>
    public static Instruction[] Of(SystemCalls calls, bool signals)
    {
        Step[] program =
        [
            new(Load, null, null, 0, Architecture),
            new(Equal, null, End.NotThere, 0, calls.Architecture),
            new(Load, null, null, 0, Number),
            new(AtLeast, End.NotThere, null, 0, OtherInterface),
            new(Equal, End.NotThere, null, 0, SystemCalls.RingSetup),
            .. Asked(calls, signals).Select(call => new Step(Equal, End.Asks, null, 0, call)),
            .. signals ? OfThread(calls.SignalThread) : [],
            new(Equal, null, End.GoesOn, 0, calls.SendTo),
            new(Load, null, null, 0, FirstArgument + 4 * sizeof(ulong)),
            new(Equal, null, End.Asks, 0, 0),
            new(Load, null, null, 0, FirstArgument + 4 * sizeof(ulong) + sizeof(uint)),
            new(Equal, End.GoesOn, End.Asks, 0, 0),
        ];
        return
        [
            .. program.Select(
                (one, at) =>
                    new Instruction(one.Code, Jump(one.WhenTrue, at, 0), Jump(one.WhenFalse, at, one.Over), one.Value)
            ),
            new(Return, 0, 0, Allow),
            new(Return, 0, 0, Ask),
            new(Return, 0, 0, NotImplemented),
        ];

        byte Jump(End? end, int at, int over) => end is { } to ? (byte)(program.Length - at - 1 + (int)to) : (byte)over;
    }

    private static IEnumerable<uint> Asked(SystemCalls calls, bool signals) =>
        [
            calls.Connect,
            calls.SendMessage,
            calls.SendMessages,
            .. calls.Files.Select(call => call.Number),
            .. signals ? calls.Signals.Append(SystemCalls.SignalByDescriptor) : [],
        ];

    /// <summary>Asks, unless it is the urgent one; what is no signal to a thread is loaded as before.</summary>
    private static Step[] OfThread(uint call) =>
        [
            new(Equal, null, null, 2, call),
            new(Load, null, null, 0, FirstArgument + 2 * sizeof(ulong)),
            new(Equal, End.GoesOn, End.Asks, 0, Urgent),
        ];

    /// <summary>One instruction, its jumps by name; where it has none, over how many it goes when false.</summary>
    private sealed record Step(ushort Code, End? WhenTrue, End? WhenFalse, int Over, uint Value);

    private enum End
    {
        GoesOn,
        Asks,
        NotThere,
    }
}
