using System.ComponentModel;
using System.Diagnostics;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>
/// Ends what a timed out program left behind. A child whose parent has gone belongs to no tree any more: it is found
/// by the mark in its environment.
/// </summary>
internal static class Stragglers
{
    public const string Mark = "ACCEPTANCE_CALL";

    private static readonly TimeSpan LongestDying = TimeSpan.FromSeconds(1);

    public static void End(string mark)
    {
        if (!Directory.Exists("/proc"))
            return;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(folder), out var id)
                && id != Environment.ProcessId
                && Carries(folder, mark)
            )
                Kill(id);
        }
    }

    private static bool Carries(string folder, string mark)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ"))
                .Split('\0')
                .Contains($"{Mark}={mark}", StringComparer.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit(LongestDying);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself, or runs as another user (sudo), whose end is theirs.
        }
    }
}
