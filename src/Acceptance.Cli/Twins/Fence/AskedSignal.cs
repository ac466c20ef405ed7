using System.Globalization;

namespace Acceptance.Cli.Twins.Fence;

/// <summary>Whom a signal is for: the command's own processes are told by the mark that they carry.</summary>
internal static class AskedSignal
{
    /// <summary>Every process asked for carries the mark, or is not there.</summary>
    /// <param name="target">
    /// As kill takes it: a process, 0 for the asker's group, less for another; -1 for everybody.
    /// </param>
    public static bool IsOwn(LimitMark mark, int asker, int target) =>
        target switch
        {
            -1 => false,
            > 0 => !Directory.Exists($"/proc/{target}") || mark.IsOn(target),
            _ => Group(target == 0 ? GroupOf(asker) : -target).All(mark.IsOn),
        };

    /// <summary>The process behind a pidfd; null: it is none, or its process has gone.</summary>
    public static int? OfDescriptor(int asker, int descriptor)
    {
        try
        {
            return File.ReadLines($"/proc/{asker}/fdinfo/{descriptor}")
                .Where(line => line.StartsWith("Pid:", StringComparison.Ordinal))
                .Select(line => Number(line[4..].Trim()))
                .FirstOrDefault();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<int> Group(int? group) =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(folder => Number(Path.GetFileName(folder)))
            .OfType<int>()
            .Where(process => GroupOf(process) == group);

    private static int? GroupOf(int process)
    {
        try
        {
            // pid (comm) state ppid pgrp: comm may hold blanks.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return Number(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2]);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int? Number(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
