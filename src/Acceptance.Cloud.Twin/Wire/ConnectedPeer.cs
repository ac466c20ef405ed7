using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>
/// Whose the other end of a loopback connection is, as the kernel says it: asked by sock_diag(7) in some microseconds,
/// from /proc/net/tcp in some milliseconds where that is shut.
/// </summary>
/// <param name="User">The uid that made the socket.</param>
/// <param name="Socket">Its inode, as in /proc/PID/fd; 0 once the peer has closed it: no uid is known then.</param>
internal readonly partial record struct ConnectedPeer(uint User, uint Socket)
{
    private const int Netlink = 16;
    private const int RawForThisProcess = 3 | 0x80000;
    private const int Diagnosis = 4;
    private const int Question = 72;
    private const ushort ByFamily = 20;
    private const int NoSuchSocket = -2;

    // struct nlmsghdr, then struct inet_diag_msg.
    private const int Body = 16;
    private const int UserAt = Body + 64;
    private const int SocketAt = Body + 68;

    private static uint Ours { get; } = EffectiveUser();

    /// <summary>It lives and is another user's.</summary>
    public bool IsStranger => Socket != 0 && User != Ours;

    /// <summary>It lives and is ours.</summary>
    public bool IsOwn => Socket != 0 && User == Ours;

    /// <summary>Null: no such connection any more.</summary>
    public static ConnectedPeer? Of(EndPoint? there, EndPoint? here) =>
        there is not IPEndPoint peer || here is not IPEndPoint own ? null
        : Asked(peer, own, out var answered) is { } found ? found
        : answered ? null
        : Listed(peer, own);

    private static unsafe ConnectedPeer? Asked(IPEndPoint there, IPEndPoint here, out bool answered)
    {
        answered = false;
        var opened = Open(Netlink, RawForThisProcess, Diagnosis);
        if (opened < 0)
            return null;
        using var socket = new SafeFileHandle(opened, ownsHandle: true);
        var asked = Ask(there, here);
        fixed (byte* question = asked)
        {
            if (Send(opened, question, Question, 0) != Question)
                return null;
        }

        var answer = new byte[1024];
        nint length;
        fixed (byte* into = answer)
            length = Receive(opened, into, (nuint)answer.Length, 0);
        if (length < Body + sizeof(int))
            return null;
        var type = BitConverter.ToUInt16(answer, 4);
        answered = type == ByFamily || BitConverter.ToInt32(answer, Body) == NoSuchSocket;
        return type == ByFamily && length >= SocketAt + sizeof(uint)
            ? new ConnectedPeer(BitConverter.ToUInt32(answer, UserAt), BitConverter.ToUInt32(answer, SocketAt))
            : null;
    }

    /// <summary>struct nlmsghdr and struct inet_diag_req_v2, of one TCP connection in any state.</summary>
    private static byte[] Ask(IPEndPoint there, IPEndPoint here)
    {
        var question = new byte[Question];
        BitConverter.TryWriteBytes(question, Question);
        BitConverter.TryWriteBytes(question.AsSpan(4), ByFamily);
        question[6] = 1;
        question[16] = 2;
        question[17] = 6;
        BitConverter.TryWriteBytes(question.AsSpan(20), uint.MaxValue);
        BinaryPrimitives.WriteUInt16BigEndian(question.AsSpan(24), (ushort)there.Port);
        BinaryPrimitives.WriteUInt16BigEndian(question.AsSpan(26), (ushort)here.Port);
        there.Address.MapToIPv4().TryWriteBytes(question.AsSpan(28), out _);
        here.Address.MapToIPv4().TryWriteBytes(question.AsSpan(44), out _);
        BitConverter.TryWriteBytes(question.AsSpan(64), ulong.MaxValue);
        return question;
    }

    private static ConnectedPeer? Listed(IPEndPoint there, IPEndPoint here)
    {
        var (from, to) = (Written(there), Written(here));
        foreach (var line in File.ReadLines("/proc/net/tcp"))
        {
            // sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields[1] == from && fields[2] == to)
                return new ConnectedPeer(Number(fields[7]), Number(fields[9]));
        }

        return null;
    }

    private static string Written(IPEndPoint at) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{BitConverter.ToUInt32(at.Address.MapToIPv4().GetAddressBytes()):X8}:{at.Port:X4}"
        );

    private static uint Number(string field) => uint.Parse(field, CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "socket")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "send")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint Send(int socket, byte* bytes, nuint length, int flags);

    [LibraryImport("libc", EntryPoint = "recv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint Receive(int socket, byte* bytes, nuint length, int flags);
}
