using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Acceptance.Cli.Twins.Running;

/// <summary>The processes of one run, told by the mark in their environment.</summary>
internal static class MarkedProcesses
{
    public static void Signal(string mark, int signal)
    {
        foreach (var process in Of(mark))
            _ = Kill(process, signal);
    }

    public static IReadOnlyList<int> Of(string mark)
    {
        var sought = Encoding.ASCII.GetBytes($"{CommandEnvironment.Mark}={mark}");
        return
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(folder => Path.GetFileName(folder))
                .Select(Number)
                .OfType<int>()
                .Where(process => Carries(process, sought)),
        ];
    }

    /// <summary>We are in the group that the terminal sends its signals to.</summary>
    public static bool ForegroundIsOurs()
    {
        // pid (comm) state ppid pgrp session tty_nr tpgid: comm may hold blanks.
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[2] == fields[5];
    }

    private static bool Carries(int process, byte[] sought)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{process}/environ").AsSpan().IndexOf(sought) >= 0;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Another user's, or just gone: not ours.
            return false;
        }
    }

    private static int? Number(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
