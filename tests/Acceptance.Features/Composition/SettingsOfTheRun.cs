using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Reporting;
using Acceptance.Runs;
using NUnit.Framework;

namespace Acceptance.Features.Composition;

/// <summary>The six settings: the environment wins over the runner's parameters.</summary>
internal static class SettingsOfTheRun
{
    public static RunSettings Read()
    {
        var (permit, wrongPermit) = Read<Permit?>(
            "ACCEPTANCE_PERMIT",
            word => word.Length == 0 ? null : PermitWords.Read(word)
        );
        var (mode, wrongMode) = Read("ACCEPTANCE_REPORTS_MODE", ReportMode.Read);
        return new RunSettings(
            Setting("ACCEPTANCE_SITE") is { Length: > 0 } site ? site : "twin",
            permit,
            Setting("ACCEPTANCE_FAULTS")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Setting("ACCEPTANCE_REPORTS") is { Length: > 0 } reports ? Path.GetFullPath(reports, Root) : DefaultReports,
            Setting("ACCEPTANCE_STATE") is { Length: > 0 } state ? Path.GetFullPath(state, Root) : DefaultState(),
            Root
        )
        {
            ReportsMode = wrongMode is null ? mode : ReportMode.OwnerAlone,
            Refused = wrongPermit ?? wrongMode,
        };
    }

    /// <summary>Where the runner and Reqnroll write, too.</summary>
    public static string DefaultReports => Path.Combine(Root, "reports");

    private static (T? Value, Sentence? Refused) Read<T>(string name, Func<string, T> read)
    {
        try
        {
            return (read(Setting(name)), null);
        }
        catch (FormatException wrong)
        {
            return (default, $"{name}: {wrong.Message}");
        }
    }

    /// <summary>The root of the repository: where the solution file lies.</summary>
    public static string Root { get; } = FindRoot();

    private static string Setting(string name) =>
        Environment.GetEnvironmentVariable(name) ?? TestContext.Parameters.Get(name) ?? "";

    private static string DefaultState()
    {
        var home = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state
            ? state
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return Path.Combine(home, "acceptance");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Acceptance.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException(
                $"No Acceptance.sln stands above {AppContext.BaseDirectory}: run the tests from a clone."
            );
    }
}
