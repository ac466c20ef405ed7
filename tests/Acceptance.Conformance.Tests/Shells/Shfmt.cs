using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Shells;

/// <summary>The parser that ours is held against. It reads one text a process: one bash starts them all.</summary>
internal static class Shfmt
{
    private const string EachFile = """
        cd "$1" || exit
        for f in *.sh; do shfmt -ln=bash --to-json <"$f" >"$f.json" 2>"$f.err" || rm "$f.json"; done
        """;

    /// <summary>What it makes of each text; null and its sentence where it refuses.</summary>
    public static IReadOnlyList<(JsonNode? Tree, string Refusal)> Parse(IReadOnlyList<string> texts)
    {
        if (RealProgram.Find("shfmt") is null)
            Absent.Say("The shell parser is held against shfmt, which is not on PATH: apt-get install shfmt.");
        var folder = Directory.CreateTempSubdirectory("acceptance-shfmt");
        try
        {
            return Parse(folder.FullName, texts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<(JsonNode? Tree, string Refusal)> Parse(string folder, IReadOnlyList<string> texts)
    {
        string[] files =
        [
            .. texts.Select((_, at) => Path.Combine(folder, at.ToString("D5", CultureInfo.InvariantCulture) + ".sh")),
        ];
        foreach (var (file, text) in files.Zip(texts))
            File.WriteAllText(file, text);
        using var bash = Process.Start("bash", ["--norc", "-c", EachFile, "bash", folder]);
        bash.WaitForExit();
        bash.ExitCode.Should().Be(0);
        return
        [
            .. files.Select(file =>
                File.Exists(file + ".json")
                    ? (JsonNode.Parse(File.ReadAllText(file + ".json")), "")
                    : ((JsonNode?)null, File.ReadAllText(file + ".err").Trim())
            ),
        ];
    }
}
