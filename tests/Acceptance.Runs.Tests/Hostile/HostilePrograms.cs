using System.Text.Json;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// Stand before a twin's personas on the drivers' path, and put canaries where the twin's world has no field for them:
/// what a program says on stderr, what a unit's own programs print, the words of a failure.
/// </summary>
internal sealed class HostilePrograms : IDisposable
{
    private const UnixFileMode Runs = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The words by which each says how things stand: what sed would take for them.</summary>
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["juju"] =
        [
            """("(message|current|hostname|instance-id|charm-name|controller-uuid|uuid|name)": ?")[^"]*""",
            """("(stdout|stderr)": ?")""",
        ],
        ["maas"] = ["""("(hostname|status_name|power_state|system_id)": ?")[^"]*"""],
        ["virsh"] = ["()(running|shut off|idle|paused)"],
        ["qemu-img"] = ["""("(name|format|filename)": ?")[^"]*"""],
        ["ssh"] = ["^()"],
    };

    /// <summary>Free texts in what healthy ones print: a check's description, a package's summary.</summary>
    private static readonly string[] Free = ["(Layer7 check passed)", "(Summary: )"];

    private readonly Canaries _canaries;

    public HostilePrograms(string behind, Canaries canaries)
    {
        _canaries = canaries;
        File.WriteAllText(
            Path.Combine(Folder, "noise"),
            string.Join('\n', canaries.Words.Where(word => word.Length < 4_096)) + "\n"
        );
        foreach (var program in All)
        {
            Have(program, Manner.True);
            var script = Path.Combine(Folder, program);
            File.WriteAllText(script, Script(program, behind));
            File.SetUnixFileMode(script, Runs);
        }
    }

    public static IReadOnlyCollection<string> All => Words.Keys;

    /// <summary>What is to come first on the drivers' path.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("hostile-programs-").FullName;

    /// <summary>From now on this program speaks in that manner: truly, twisted, or it fails.</summary>
    public void Have(string program, Manner manner)
    {
        File.Delete(Path.Combine(Folder, $"{program}.fails"));
        if (manner == Manner.Refusing)
            File.WriteAllText(Path.Combine(Folder, $"{program}.fails"), "");
        IEnumerable<string> put = Free.Select(text => Put(text, _canaries.At(program + text, IsAField)));
        if (manner == Manner.Twisted)
            put = put.Concat(
                Words[program].Select(word => Put(word, _canaries.At(program + word, canary => canary.Length < 4_096)))
            );
        File.WriteAllText(Path.Combine(Folder, $"{program}.sed"), string.Join('\n', put) + "\n");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Script(string program, string behind) =>
        $$"""
            #!/bin/bash
            here='{{Folder}}'
            /bin/cat "$here/noise" >&2
            [ -e "$here/{{program}}.fails" ] && exit 3
            set -o pipefail
            '{{behind}}/{{program}}' "$@" | LC_ALL=C /bin/sed -E -f "$here/{{program}}.sed"

            """;

    /// <summary>A canary within a JSON string; what sed itself would take for its own is escaped.</summary>
    private static string Put(string word, string canary)
    {
        var text = JsonSerializer.Serialize(canary)[1..^1];
        var escaped = text.Replace("\\", "\\\\").Replace("&", "\\&");
        return $"s\u0001{word}\u0001\\1{escaped}\u0001g";
    }

    /// <summary>It may stand in a field of a table with commas.</summary>
    private static bool IsAField(string word) => word.Length < 300 && word.AsSpan().IndexOfAny(",\n\"{") < 0;
}
