using System.IO.Enumeration;
using System.Text;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>stat, chown, chmod, rm, touch, truncate, ls and du on the hypervisor's disk files (R7, phase-00 step 4); anything else is the machine's own program.</summary>
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
            script.Append(' ').Append(HostShells.Quote(word));
        return call.Become(script.ToString());
    }

    private static int One(PersonaCall call, string[] words, string path)
    {
        var libvirt = call.World.Libvirt;
        if (libvirt.Store.At(path) is not { } file)
            return Missing(call, words, path);
        // A look at a name needs the folder only; what a file says of itself, and any change, needs root (R7).
        if (!call.Elevated)
            return call.Fail(
                call.Program == "ls" ? 2 : 1,
                $"{call.Program}: cannot {Verb(call.Program)} '{path}': Permission denied"
            );
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
            case "touch":
                file.Modified = call.World.Now;
                return 0;
            case "truncate":
                Resize(call, file);
                return 0;
            default:
                return DiskFileFacts.Print(call, file);
        }
    }

    private static int Missing(PersonaCall call, string[] words, string path)
    {
        switch (call.Program)
        {
            case "rm" when words.Any(word => word.StartsWith('-') && word.Contains('f', StringComparison.Ordinal)):
                return 0;
            case "touch" or "truncate" when call.Elevated:
                var made = new DiskFile(path) { Modified = call.World.Now };
                call.World.Libvirt.Store.Put(made);
                if (call.Program == "truncate")
                    Resize(call, made);
                return 0;
            case "touch" or "truncate":
                return call.Fail(
                    1,
                    call.Program == "touch"
                        ? $"touch: cannot touch '{path}': Permission denied"
                        : $"truncate: cannot open '{path}' for writing: Permission denied"
                );
            default:
                return call.Fail(
                    call.Program == "ls" ? 2 : 1,
                    $"{call.Program}: cannot {Verb(call.Program)} '{path}': No such file or directory"
                );
        }
    }

    private static void Resize(PersonaCall call, DiskFile file)
    {
        var size =
            Arguments.Parse(call.Argv, ["-s", "--size"], ["-c"]).Value("-s", "--size")
            ?? throw new NotEmulatedException("truncate without -s");
        file.Length = file.VirtualSize = QemuSize.Parse(size) ?? throw new NotEmulatedException($"truncate -s {size}");
        if (file.Length == 0)
            file.ActualSize = 0;
    }

    private static string Verb(string program) =>
        program switch
        {
            "stat" => "statx",
            "rm" => "remove",
            _ => "access",
        };
}
