using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Captures;

/// <summary>A table of tab-separated lines below Captures; lines that begin with # are for the reader.</summary>
internal static class DataFile
{
    public static string Folder(string name) =>
        WorkTree.PathOf("tests", "Acceptance.Conformance.Tests", "Captures", name);

    public static IEnumerable<string[]> Rows(string file) =>
        File.Exists(file)
            ? File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            : [];
}
