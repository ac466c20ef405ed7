using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>stat, chown, chmod and rm on the hosts' disk files (R7, phase-00 step 4); anything else is the machine's own program.</summary>
internal sealed class DiskFilePersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["stat", "chown", "chmod", "rm"];

    public override HostKind On => HostKind.Jumphost;

    public override async Task<int> Run(PersonaCall call)
    {
        string[] paths = [.. call.Argv.Select(word => PathMapping.Back(word, call.Host)).Where(word => word.StartsWith(LibvirtHypervisor.Images + "/", StringComparison.Ordinal))];
        if (paths.Length == 0)
        {
            var script = new StringBuilder($"exec {PersonaScript.Find(call.Program)}");
            foreach (var word in call.Argv) script.Append(' ').Append(HostShells.Quote(word));
            return await call.Become(script.ToString());
        }

        var exit = 0;
        lock (call.World.Gate)
        {
            foreach (var path in paths) exit = Math.Max(exit, One(call, path));
        }

        return exit;
    }

    private static int One(PersonaCall call, string path)
    {
        if (call.World.Libvirt.DiskAt(path) is not { Disk.Exists: true } at)
        {
            if (call.Program == "rm" && call.Argv.Contains("-f")) return 0;
            return call.Fail(1, call.Program == "stat" ? $"stat: cannot statx '{path}': No such file or directory" : $"{call.Program}: cannot access '{path}': No such file or directory");
        }

        if (!call.Elevated) return call.Fail(1, $"{call.Program}: cannot {(call.Program == "stat" ? "statx" : call.Program == "rm" ? "remove" : "access")} '{path}': Permission denied");
        var operand = call.Argv.FirstOrDefault(word => !word.StartsWith('-')) ?? "";
        switch (call.Program)
        {
            case "chown":
                at.Disk.Owner = operand;
                return 0;
            case "chmod":
                at.Disk.Mode = operand;
                return 0;
            case "rm":
                at.Disk.Exists = false;
                return 0;
            default:
                return Stat(call, path, at.Domain, at.Disk);
        }
    }

    private static int Stat(PersonaCall call, string path, LibvirtDomain domain, DomainDisk disk)
    {
        var format = Arguments.Parse(call.Argv, ["-c", "--format", "--printf"], ["-L"]).Value("-c", "--format") ?? throw new NotEmulatedException("stat without -c");
        var owner = (domain.Running ? "libvirt-qemu:kvm" : disk.Owner).Split(':');
        call.Out(format.Replace("%U", owner[0], StringComparison.Ordinal).Replace("%G", owner.ElementAtOrDefault(1) ?? owner[0], StringComparison.Ordinal)
            .Replace("%a", disk.Mode, StringComparison.Ordinal).Replace("%n", path, StringComparison.Ordinal).Replace("%s", disk.ActualSize.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + "\n");
        return 0;
    }
}
