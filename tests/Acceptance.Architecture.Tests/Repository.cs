using Acceptance.Surroundings;

namespace Acceptance.Architecture.Tests;

/// <summary>The work tree as it lies there, without what builds and runs leave in it.</summary>
public static class Repository
{
    public static string Root => WorkTree.Root;

    private static readonly string[] Left =
    [
        "bin",
        "obj",
        ".git",
        ".vs",
        ".idea",
        "TestResults",
        "allure-results",
        "BenchmarkDotNet.Artifacts",
    ];

    private static readonly string[] Texts =
    [
        ".cs",
        ".csproj",
        ".props",
        ".targets",
        ".sln",
        ".feature",
        ".sh",
        ".json",
        ".md",
        ".txt",
        ".css",
        ".xml",
        ".runsettings",
        ".editorconfig",
        ".gitattributes",
        ".gitignore",
        ".tsv",
        ".ndjson",
        ".yml",
        ".yaml",
        "",
    ];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() =>
        [.. Walk(Root).Select(path => new SourceFile(Relative(path), File.ReadAllText(path)))]
    );

    public static IReadOnlyList<SourceFile> Files => Read.Value;

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder)
    {
        var files = Directory
            .EnumerateFiles(folder)
            .Where(file =>
                Texts.Contains(Path.GetExtension(file))
                && !IsReport(file)
                && !file.Contains(".received.", StringComparison.Ordinal)
            );
        var folders = Directory.EnumerateDirectories(folder).Where(inner => !Left.Contains(Path.GetFileName(inner)));
        return files
            .Where(file => Path.GetFileName(file) != ".git")
            .Concat(folders.SelectMany(Walk))
            .Order(StringComparer.Ordinal);
    }

    // A run's reports are no part of the repository; the page that explains them is.
    private static bool IsReport(string file) =>
        Relative(file).StartsWith("reports/", StringComparison.Ordinal) && Path.GetFileName(file) != "README.md";

    private static string Relative(string path) => Path.GetRelativePath(Root, path);
}
