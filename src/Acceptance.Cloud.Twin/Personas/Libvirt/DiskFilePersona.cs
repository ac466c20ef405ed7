using System.IO.Enumeration;
using System.Text;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>
/// stat, chown, chmod and rm on the hypervisor's disk files (R7, phase-00 step 4); what else works on such a file is
/// not played, and on any other it is the machine's own program.
/// </summary>
internal sealed class DiskFilePersona : Persona
{
    private const string InImages = LibvirtHypervisor.Images + "/";

    public override IReadOnlyList<string> Names { get; } =
    ["stat", "chown", "chmod", "rm", "touch", "truncate", "ls", "du"];

    public override HostKind On => HostKind.Jumphost;

    public override async Task<int> Run(PersonaCall call)
    {
        string[] words = [.. call.Argv.Select(word => PathMapping.Back(word, call.Host))];
        if (!words.Any(word => word.StartsWith(InImages, StringComparison.Ordinal) || word == LibvirtHypervisor.Images))
            return call.Program is "stat" or "ls" or "du" ? await Machines(call) : await BoundedProgram.Become(call);
        if (call.Program is "touch" or "truncate" or "ls" or "du")
            throw new NotEmulatedException($"{call.Program} on the hypervisor's disk files");
        lock (call.World.Gate)
        {
            string[] paths = [.. words.Where(word => word.StartsWith('/')).SelectMany(word => Expanded(call, word))];
            if (paths.Any(path => !path.StartsWith(InImages, StringComparison.Ordinal)))
                throw new NotEmulatedException($"{call.Program} on disk files and others at once");
            return paths.Aggregate(0, (exit, path) => Math.Max(exit, One(call, words, path)));
        }
    }

    /// <summary>A pattern that the shell could not expand, for the files are only the twin's.</summary>
    private static IEnumerable<string> Expanded(PersonaCall call, string word)
    {
        if (word.TrimEnd('/') == LibvirtHypervisor.Images)
            return call.World.Libvirt.Store.All.Select(file => file.Path).ToList();
        var matching = word.Contains('*', StringComparison.Ordinal)
            ? call
                .World.Libvirt.Store.All.Select(file => file.Path)
                .Where(path => FileSystemName.MatchesSimpleExpression(word, path))
                .ToList()
            : [];
        return matching.Count > 0 ? matching : [word];
    }

    /// <summary>What only looks is the machine's own.</summary>
    private static Task<int> Machines(PersonaCall call)
    {
        var script = new StringBuilder($"exec {PersonaScript.Find(call.Program)}");
        foreach (var word in call.Argv)
            script.Append(' ').Append(ShellQuoting.Quote(word));
        return call.Become(script.ToString());
    }

    private static int One(PersonaCall call, string[] words, string path)
    {
        var libvirt = call.World.Libvirt;
        if (libvirt.Store.At(path) is not { } file)
            return Missing(call, words, path);
        // A look at a name needs the folder only; what a file says of itself, and any change, needs root (R7).
        if (!call.Elevated)
            return call.Fail(1, $"{call.Program}: cannot {Verb(call.Program)} '{path}': Permission denied");
        var operand = words.FirstOrDefault(word => !word.StartsWith('-')) ?? "";
        switch (call.Program)
        {
            case "chown":
                file.Owner = operand.Contains(':', StringComparison.Ordinal)
                    ? operand
                    : $"{operand}:{file.Owner.Split(':')[1]}";
                return 0;
            case "chmod":
                file.Mode = operand.TrimStart('0');
                return 0;
            case "rm":
                libvirt.Store.Remove(path);
                return 0;
            default:
                call.Out(DiskFileFacts.Stat(call, file));
                return 0;
        }
    }

    private static int Missing(PersonaCall call, string[] words, string path) =>
        call.Program == "rm" && words.Any(word => word.StartsWith('-') && word.Contains('f', StringComparison.Ordinal))
            ? 0
            : call.Fail(1, $"{call.Program}: cannot {Verb(call.Program)} '{path}': No such file or directory");

    private static string Verb(string program) =>
        program switch
        {
            "stat" => "statx",
            "rm" => "remove",
            _ => "access",
        };
}
