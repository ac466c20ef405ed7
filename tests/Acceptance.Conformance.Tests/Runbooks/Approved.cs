using Acceptance.Conformance.Tests.Runbooks.Finding;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>
/// A list of this folder that a person has read and approved: what is found must be what it holds.
/// ACCEPTANCE_APPROVE=1 writes it anew, to be read.
/// </summary>
internal static class Approved
{
    public static void Holds(string file, string says, IEnumerable<string> found)
    {
        string[] lines = [.. found];
        if (Environment.GetEnvironmentVariable("ACCEPTANCE_APPROVE") == "1")
            File.WriteAllText(
                Table.PathOf(file),
                $"# {says} ACCEPTANCE_APPROVE=1 writes it anew.\n{string.Join('\n', lines)}\n"
            );
        Lines(file)
            .Should()
            .Equal(
                lines,
                "{0} holds what was approved; read what changed, then ACCEPTANCE_APPROVE=1 writes it anew",
                file
            );
    }

    public static IReadOnlyList<string> Lines(string file) =>
        File.Exists(Table.PathOf(file))
            ? [.. File.ReadLines(Table.PathOf(file)).Where(line => line.Length > 0 && line[0] != '#')]
            : [];
}
