using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>
/// Answers who asks at the fence: to this machine's loopback, and to what is the command's own, they go on; anything
/// else is not to be reached or changed, and the user is told once.
/// </summary>
internal sealed class FenceWatch
{
    private const nuint Receive = 0xC0502100;
    private const nuint Send = 0xC0182101;
    private const nuint IsStillThere = 0x40082102;

    // struct msghdr begins with the address and its length; struct mmsghdr is one and what came of it. The kernel
    // takes this many at most.
    private const int MessageHead = 16;
    private const int MessageInRow = 64;
    private const int LongestRow = 1024;

    private readonly SafeFileHandle _listener;
    private readonly SystemCalls _calls = SystemCalls.Here!;
    private readonly Action<string> _tell;
    private readonly FencedWorld _world;
    private readonly HashSet<string> _told = [];

    private FenceWatch(SafeFileHandle listener, FencedWorld world, Action<string> tell) =>
        (_listener, _world, _tell) = (listener, world, tell);

    /// <summary>Watches until the last process behind the fence has ended.</summary>
    public static void Over(SafeFileHandle listener, FencedWorld world, Action<string> tell) =>
        new Thread(new FenceWatch(listener, world, tell).Answer) { IsBackground = true, Name = "fence" }.Start();

    private unsafe void Answer()
    {
        // Without an answer they would wait for ever: closed, every question ends in "not implemented".
        using var listener = _listener;
        var file = (int)listener.DangerousGetHandle();
        while (Comes(file))
        {
            FenceQuestion question = default;
            if (Control(file, Receive, &question) != 0)
                continue;
            var forbidden = Judged(&question);
            var id = question.Id;
            if (Control(file, IsStillThere, &id) != 0)
                continue;
            var answer = new FenceAnswer
            {
                Id = id,
                Error = -(forbidden?.Error ?? 0),
                Flags = forbidden is null ? FenceAnswer.GoOn : 0,
            };
            // While it waits it is still there to be named.
            if (forbidden is not null)
                Tell(question.Process, forbidden);
            _ = Control(file, Send, &answer);
        }
    }

    private static unsafe bool Comes(int file)
    {
        var wanted = new Wanted { File = file, Events = 1 };
        while (Poll(&wanted, 1, -1) < 0) { }

        return (wanted.Came & 1) != 0;
    }

    /// <summary>What cannot be judged, for its file or its process goes at this very moment, is refused.</summary>
    private unsafe ForbiddenReach? Judged(FenceQuestion* question)
    {
        try
        {
            return Forbidden(question);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return ForbiddenReach.File("what could not be looked at");
        }
    }

    private unsafe ForbiddenReach? Forbidden(FenceQuestion* question)
    {
        var call = (uint)question->Call;
        if (call == _calls.Connect)
            return At(question->Process, question->Arguments[1], question->Arguments[2]);
        if (call == _calls.SendTo)
            return At(question->Process, question->Arguments[4], question->Arguments[5]);
        if (call == _calls.SendMessage)
            return OfMessage(question->Process, question->Arguments[1]);
        if (call == _calls.SendMessages)
            return OfRow(question);
        return _calls.Files.FirstOrDefault(one => one.Number == call) is { } changes
            ? OfFile(question, changes)
            : OfSignal(question);
    }

    private unsafe ForbiddenReach? OfRow(FenceQuestion* question)
    {
        for (var at = 0UL; at < Math.Min(question->Arguments[2], LongestRow); at++)
        {
            if (OfMessage(question->Process, question->Arguments[1] + at * MessageInRow) is { } forbidden)
                return forbidden;
        }

        return null;
    }

    private unsafe ForbiddenReach? OfFile(FenceQuestion* question, FileCall call)
    {
        var process = question->Process;
        var folder = call.Folder < 0 ? ResolvedPath.Here : (int)question->Arguments[call.Folder];
        var pointer = call.Path < 0 ? 0 : question->Arguments[call.Path];
        var path = pointer == 0 ? "" : ProcessMemory.Text(process, pointer);
        if (path is null)
            return ForbiddenReach.File("a path that could not be read");
        var flags = call.Flags < 0 ? 0 : question->Arguments[call.Flags];
        var place =
            path.Length == 0 && folder != ResolvedPath.Here
                ? ResolvedPath.OfDescriptor(process, folder)
                : ResolvedPath.Of(process, folder, path, call.Follows && (flags & FileCall.DoesNotFollow) == 0);
        // The kernel has the word for what is not there.
        return place is null || _world.MayChange(place) || !ResolvedPath.IsThere(place)
            ? null
            : ForbiddenReach.File(place);
    }

    private unsafe ForbiddenReach? OfSignal(FenceQuestion* question)
    {
        var (asker, target) = (question->Process, (int?)(int)question->Arguments[0]);
        if ((uint)question->Call == SystemCalls.SignalByDescriptor)
            target = AskedSignal.OfDescriptor(asker, target.Value);
        return target is not { } whom || _world.Mark is { } mark && AskedSignal.IsOwn(mark, asker, whom)
            ? null
            : ForbiddenReach.Process($"process {whom}");
    }

    private ForbiddenReach? OfMessage(int process, ulong message)
    {
        if (ProcessMemory.Read(process, message, MessageHead) is not { } head)
            return ForbiddenReach.Unread;
        var (address, length) = (BitConverter.ToUInt64(head), BitConverter.ToUInt32(head, 8));
        return address == 0 ? null : At(process, address, length);
    }

    private ForbiddenReach? At(int process, ulong address, ulong length)
    {
        if (address == 0 || length == 0)
            return null;
        return ProcessMemory.Read(process, address, (int)Math.Min((uint)length, AskedAddress.Longest)) is { } bytes
            ? AskedAddress.Forbidden(bytes, _world, process)
            : ForbiddenReach.Unread;
    }

    private void Tell(int process, ForbiddenReach forbidden)
    {
        if (forbidden.Why is { } why && _told.Add(forbidden.Where))
            _tell($"{Name(process)} (process {process}) wanted {forbidden.Where}: {why}");
    }

    private static string Name(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/comm").TrimEnd('\n');
        }
        catch (IOException)
        {
            return "a program";
        }
    }

    [DllImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern unsafe int Control(int file, nuint request, void* argument);

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern unsafe int Poll(Wanted* files, nuint count, int milliseconds);

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Wanted
    {
        public int File;
        public short Events;
        public short Came;
    }
}
