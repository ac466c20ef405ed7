using System.Globalization;
using System.Runtime.InteropServices;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>
/// What each process of a run carries, whatever it makes of its environment, session and parent: a number as the limit
/// of file locks, which the kernel hands on and no longer heeds. It shows in /proc/PID/limits, for everybody.
/// </summary>
internal sealed class LimitMark
{
    private const int Locks = 10;
    private const string Shown = "Max file locks";

    private readonly ulong _number;

    private LimitMark(ulong number) => _number = number;

    /// <summary>How the line of /proc/PID/limits begins, as a basic regular expression of grep.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"^{Shown}  *{_number} ");

    /// <summary>One that nobody has; null where the user may not have a number as large as that.</summary>
    public static LimitMark? Draw() =>
        Current() is { Most: var most } && most > uint.MaxValue
            ? new LimitMark((ulong)Random.Shared.NextInt64(uint.MaxValue, (long)Math.Min(most, long.MaxValue)))
            : null;

    /// <summary>Done with the mark on: what is started meanwhile has it, and we have not.</summary>
    public T On<T>(Func<T> start)
    {
        var before = Current();
        if (before is not { } limit || !Set(limit with { Soft = _number }))
            return start();
        try
        {
            return start();
        }
        finally
        {
            Set(limit);
        }
    }

    public bool IsOn(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/limits")
                .Where(line => line.StartsWith(Shown, StringComparison.Ordinal))
                .Select(line => line[Shown.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])
                .Any(soft => soft == _number.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static unsafe Limit? Current()
    {
        Limit limit = default;
        return Exchange(0, Locks, null, &limit) == 0 ? limit : null;
    }

    private static unsafe bool Set(Limit limit) => Exchange(0, Locks, &limit, null) == 0;

    [DllImport("libc", EntryPoint = "prlimit64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern unsafe int Exchange(int process, int resource, Limit* wanted, Limit* was);

    /// <summary>struct rlimit64.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private record struct Limit(ulong Soft, ulong Most);
}
