namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>A table of this folder: a row a line, its fields between tabs; what follows a # at a line's start is for the reader.</summary>
internal static class Table
{
    public static string Repository { get; } = Root();

    public static string Folder { get; } = Path.Combine(Repository, "tests", "Acceptance.Conformance.Tests", "Runbooks");

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static IReadOnlyList<IReadOnlyList<string>> Read(string name) =>
        [.. File.ReadLines(PathOf(name)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Acceptance.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Acceptance.sln stands above {AppContext.BaseDirectory}.");
    }
}
