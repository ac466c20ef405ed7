using System.Globalization;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Twin.Personas.HaProxy;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Worlds.Hosts;

/// <summary>What each command of the catalogue prints on a unit.</summary>
internal sealed class UnitShell(TwinWorld world, WorldPrograms programs)
{
    private const string Configuration = "/etc/haproxy/haproxy.cfg";

    /// <summary>Null for a command that the projection does not know.</summary>
    public async Task<ShellAnswer?> Ask(JujuUnit unit, CommandLine line)
    {
        var machine = unit.Machine;
        if (line.Command == CommandCatalogue.ConnectionStatus)
            return await programs.On(machine, "ovn-appctl", "-t", "ovn-controller", "connection-status");
        if (line.Command == CommandCatalogue.HaProxyStat)
            return machine.Files.Read(Configuration) is null
                ? new(0, CommandCatalogue.NoHaProxy + "\n", "")
                : Stat(machine);
        if (line.Command == CommandCatalogue.ReservedMemory)
            return Lines(machine, line.Values[0], "reserved_host_memory");
        if (line.Command == CommandCatalogue.Conductor)
            return await Conductor(machine, line.Values[0]);
        return line.Command == CommandCatalogue.Written ? Written(machine, line.Values) : null;
    }

    /// <summary>`show stat` at haproxy's admin socket, as socat has it.</summary>
    private ShellAnswer Stat(JujuMachine machine)
    {
        lock (world.Gate)
            return world.HaProxy.On(machine) switch
            {
                { SocketExists: true, Running: true } haproxy => new(0, StatTable.Of(haproxy, world.Now), ""),
                { SocketExists: true } => Refused("Connection refused"),
                _ => Refused("No such file or directory"),
            };
    }

    private ShellAnswer Refused(string why) =>
        new(
            1,
            "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{world.Now.UtcDateTime:yyyy/MM/dd HH:mm:ss} socat[3002] E "
                    + $"connect(, AF=1 \"/var/run/haproxy/admin.sock\", 29): {why}\n"
            )
        );

    /// <summary>grep -i of one word in a file.</summary>
    private static ShellAnswer Lines(JujuMachine machine, string path, string word)
    {
        if (machine.Files.Read(path) is not { } text)
            return new(2, "", $"grep: {path}: No such file or directory\n");
        string[] found = [.. text.Split('\n').Where(line => line.Contains(word, StringComparison.OrdinalIgnoreCase))];
        return new(found.Length > 0 ? 0 : 1, string.Concat(found.Select(line => line + "\n")), "");
    }

    /// <summary>Three programs one after the other; the last one's exit is the shell's.</summary>
    private async Task<ShellAnswer> Conductor(JujuMachine machine, string package)
    {
        var pip = await programs.On(machine, "pip3", "show", package);
        var ps = await programs.On(machine, "ps", "-ww", "-C", "magnum-conductor", "-o", "etimes=,args=");
        var now = world.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new(ps.Exit, $"{pip.Stdout}{now}\n{ps.Stdout}", pip.Stderr + ps.Stderr);
    }

    private static ShellAnswer Written(JujuMachine machine, IReadOnlyList<string> files)
    {
        var seen = files.Select(file => (file, At: machine.Files.WrittenAt(file))).ToArray();
        return new(
            seen.Any(one => one.At is null) ? 1 : 0,
            string.Concat(
                seen.Where(one => one.At is not null).Select(one => $"{one.At!.Value.ToUnixTimeSeconds()}\n")
            ),
            string.Concat(
                seen.Where(one => one.At is null)
                    .Select(one => $"stat: cannot statx '{one.file}': No such file or directory\n")
            )
        );
    }
}
