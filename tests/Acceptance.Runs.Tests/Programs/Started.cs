namespace Acceptance.Runs.Tests.Programs;

/// <summary>What runs on this machine in a twin's home, by the environment it was started with.</summary>
internal static class Started
{
    /// <summary>
    /// The command lines of programs that a driver started (they carry the mark of its call) with this HOME.
    /// </summary>
    public static IReadOnlyList<string> ByDrivers(string home) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
                .Where(folder => Carries(folder, home))
                .Select(folder => Text(folder, "cmdline").Replace('\0', ' ')),
        ];

    private static bool Carries(string folder, string home)
    {
        var variables = Text(folder, "environ").Split('\0');
        return variables.Contains($"HOME={home}")
            && Array.Exists(variables, one => one.StartsWith("ACCEPTANCE_CALL=", StringComparison.Ordinal));
    }

    private static string Text(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
