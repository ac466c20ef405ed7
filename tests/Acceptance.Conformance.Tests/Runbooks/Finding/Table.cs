using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>
/// A table of this folder: a row a line, its fields between tabs; what follows a # at a line's start is for the
/// reader.
/// </summary>
internal static class Table
{
    public static string Folder { get; } = WorkTree.PathOf("tests", "Acceptance.Conformance.Tests", "Runbooks");

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static IReadOnlyList<IReadOnlyList<string>> Read(string name) =>
        [
            .. File.ReadLines(PathOf(name))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t')),
        ];
}
