using System.Globalization;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests.Strangers;

/// <summary>What a script that ran as another user of the machine tried, and got.</summary>
internal sealed record Tried(int Count, IReadOnlyList<string> Got, IReadOnlyDictionary<string, int> Said)
{
    /// <param name="script">One beside this file.</param>
    /// <param name="lists">A folder that anybody may read: what is to be tried.</param>
    public static async Task<Tried> By(string script, string lists, params string[] words)
    {
        var text = await File.ReadAllTextAsync(WorkTree.PathOf("tests", "Acceptance.Runs.Tests", "Strangers", script));
        var (_, output, error) = await AnotherUser.Run($"set -- '{lists}' {string.Join(' ', words)}\n{text}");
        var lines = output.Split('\n').Select(line => line.Split(' ', 2)).Where(line => line.Length == 2).ToArray();
        lines.Should().Contain(line => line[0] == "TRIED", "the script goes to its end: {0}", error);
        return new(
            int.Parse(lines.Single(line => line[0] == "TRIED")[1], CultureInfo.InvariantCulture),
            [.. Of("GOT")],
            Of("SAID").GroupBy(said => said).ToDictionary(said => said.Key, said => said.Count())
        );

        IEnumerable<string> Of(string kind) => lines.Where(line => line[0] == kind).Select(line => line[1]);
    }

    public override string ToString() =>
        $"{Count} tries, {Got.Count} got something; answered: "
        + string.Join(", ", Said.OrderBy(said => said.Key).Select(said => $"{said.Key} ({said.Value})"));
}
