using System.Text.Json.Nodes;

namespace Acceptance.Runs.Tests.Dark;

/// <summary>
/// Stands before a twin's personas on the drivers' path and takes programs away: one of the jumphost is not found,
/// one of a unit or of the management VM is answered for as a shell answers that does not find it.
/// </summary>
internal sealed class ProgramsAway : IDisposable
{
    private const UnixFileMode Runs = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The carriers of what units and the management VM are asked.</summary>
    private static readonly string[] Carriers = ["juju", "ssh"];

    private readonly string _behind;

    public ProgramsAway(string behind, string site)
    {
        _behind = behind;
        foreach (var program in Directory.GetFiles(behind).Select(one => Path.GetFileName(one)!))
            PutBack(program);
        SiteFile = Path.Combine(Folder, "site.json");
        var changed = JsonNode.Parse(File.ReadAllText(site))!;
        changed["jumphost"]!["path"] = new JsonArray(Folder);
        File.WriteAllText(SiteFile, changed.ToJsonString());
    }

    /// <summary>The only folder of the drivers' path.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("programs-away-").FullName;

    /// <summary>The twin's own, with this folder as its path.</summary>
    public string SiteFile { get; }

    /// <summary>The jumphost has it no more.</summary>
    public void Take(string program) => File.Delete(Path.Combine(Folder, program));

    public void PutBack(string program)
    {
        var path = Path.Combine(Folder, program);
        File.Delete(path);
        File.WriteAllText(path, $"#!/bin/bash\nexec '{_behind}/{program}' \"$@\"\n");
        File.SetUnixFileMode(path, Runs);
    }

    /// <summary>No unit and no host that is asked over ssh has it: what a real shell says then (FACTS 8).</summary>
    public void TakeFromUnits(string program)
    {
        foreach (var carrier in Carriers)
            Answer(carrier, program, 127, $"/bin/sh: 1: {program}: not found");
    }

    /// <summary>sudo asks for a password wherever it is used, as it does for an operator without NOPASSWD.</summary>
    public void RefuseSudo()
    {
        foreach (var carrier in Carriers)
            Answer(carrier, "sudo", 1, "sudo: a password is required");
    }

    public void PutBackOnUnits()
    {
        foreach (var carrier in Carriers)
            PutBack(carrier);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // juju exec tells each unit's exit and words in JSON; ssh ends as the far shell did.
    private void Answer(string carrier, string program, int exit, string words)
    {
        var path = Path.Combine(Folder, carrier);
        var task =
            $$"""s/("results":\{)("[^"]*":("([^"\\]|\\.)*"|[0-9]+),?)*\}/\1"return-code":{{exit}},"stderr":"{{words}}\\n"}/g""";
        var told =
            carrier == "juju"
                ? $"set -o pipefail\n'{_behind}/juju' \"$@\" | LC_ALL=C /bin/sed -E '{task.Replace("/bin/sh", "\\/bin\\/sh")}'\nexit 1\n"
                : $"echo '{words}' >&2\nexit {exit}\n";
        File.WriteAllText(
            path,
            $$"""
            #!/bin/bash
            [[ " $* " =~ [^[:alnum:]/.-]{{program}}[^[:alnum:]] ]] || exec '{{_behind}}/{{carrier}}' "$@"
            {{told}}
            """
        );
        File.SetUnixFileMode(path, Runs);
    }
}
