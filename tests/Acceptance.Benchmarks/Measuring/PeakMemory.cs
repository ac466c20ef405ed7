using System.Globalization;

namespace Acceptance.Benchmarks.Measuring;

/// <summary>The most that ever lay in the memory of a process, in bytes, as the kernel keeps it.</summary>
internal static class PeakMemory
{
    private const string Name = "VmHWM:";

    /// <param name="process">Its id, or "self".</param>
    /// <returns>0 for one that has ended, and is not yet gone.</returns>
    public static long Of(string process)
    {
        var line = File.ReadLines($"/proc/{process}/status")
            .FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal));
        return line is null
            ? 0
            : 1024 * long.Parse(line[Name.Length..].Replace("kB", "").Trim(), CultureInfo.InvariantCulture);
    }
}
