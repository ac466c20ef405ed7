namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// The environment of a command in a twin's world: built from nothing, so that no proxy, no OS_ variable and no
/// kubeconfig of the user's leads a client elsewhere.
/// </summary>
internal static class CommandEnvironment
{
    /// <summary>What every process of the command carries, so that none of them outlives the run.</summary>
    public const string Mark = "ACCEPTANCE_RUN";

    private static readonly string[] SystemFolders =
    [
        "/usr/local/sbin",
        "/usr/local/bin",
        "/usr/sbin",
        "/usr/bin",
        "/sbin",
        "/bin",
        "/snap/bin",
    ];

    public static IReadOnlyDictionary<string, string> Of(
        TwinPlace twin,
        string mark,
        Func<string, string?> outside,
        string? here
    )
    {
        var user = outside("USER") ?? Environment.UserName;
        var made = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = twin.Home,
            ["PATH"] = string.Join(':', SearchPath(twin, outside)),
            ["USER"] = user,
            ["LOGNAME"] = user,
            // magnumclient reads SHELL to choose between export and setenv, and stops without it.
            ["SHELL"] = File.Exists("/bin/bash") ? "/bin/bash" : "/usr/bin/bash",
            ["LANG"] = outside("LANG") is { Length: > 0 } language ? language : "C.UTF-8",
            ["ACCEPTANCE_SITE"] = twin.SiteFile,
            ["ACCEPTANCE_CONTROL"] = twin.Control.ToString(),
            [Mark] = mark,
        };
        if (here is not null)
            made["ACCEPTANCE_HERE"] = here;
        foreach (var passed in (string[])["TERM", "COLORTERM", "COLUMNS", "LINES"])
        {
            if (outside(passed) is { Length: > 0 } value)
                made[passed] = value;
        }

        return made;
    }

    /// <summary>
    /// The personas, then the system's folders, then what else the user's PATH names outside of their home.
    /// </summary>
    private static IEnumerable<string> SearchPath(TwinPlace twin, Func<string, string?> outside)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var others = (outside("PATH") ?? "").Split(':').Where(folder => folder.StartsWith('/') && !Under(folder, home));
        return new[] { twin.Bin }.Concat(SystemFolders).Concat(others).Distinct(StringComparer.Ordinal);
    }

    private static bool Under(string folder, string home) =>
        home.Length > 1 && (folder + "/").StartsWith(home.TrimEnd('/') + "/", StringComparison.Ordinal);
}
