using System.Text;
using VerifyTests;

namespace VerifyNUnit;

/// <summary>What is taken out of a text before it is compared: what the settings say, and the paths of this machine.</summary>
internal static class Scrubbing
{
    public static string Apply(string text, VerifySettings settings, string sourceFile)
    {
        text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        foreach (var scrub in settings.TextScrubbers)
            text = scrub(text);
        var builder = new StringBuilder(text);
        foreach (var scrub in settings.BuilderScrubbers)
            scrub(builder);
        foreach (var (path, name) in Places(sourceFile))
            builder.Replace(path, name);
        return builder.ToString().Replace("\r\n", "\n").Replace('\r', '\n');
    }

    // The longest first: a project lies in its solution.
    private static IEnumerable<(string Path, string Name)> Places(string sourceFile)
    {
        if (FolderWith(sourceFile, "*.csproj") is { } project)
            yield return (project, "{ProjectDirectory}");
        if (FolderWith(sourceFile, "*.sln") is { } solution)
            yield return (solution, "{SolutionDirectory}");
        var temporary = Path.GetTempPath();
        if (temporary.Length > 1)
            yield return (temporary, "{TempPath}");
    }

    private static string? FolderWith(string sourceFile, string pattern)
    {
        for (var folder = new FileInfo(sourceFile).Directory; folder is { Exists: true }; folder = folder.Parent)
        {
            if (folder.EnumerateFiles(pattern).Any())
                return folder.FullName + Path.DirectorySeparatorChar;
        }

        return null;
    }
}
