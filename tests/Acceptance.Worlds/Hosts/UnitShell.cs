using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Twin.Personas.HaProxy;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Worlds.Hosts;

/// <summary>What each command of the catalogue prints on a unit.</summary>
internal sealed partial class UnitShell(TwinWorld world, WorldPrograms programs)
{
    private const string Configuration = "/etc/haproxy/haproxy.cfg";

    /// <summary>Null for a command that the projection does not know.</summary>
    public async Task<ShellAnswer?> Ask(JujuUnit unit, CommandLine line)
    {
        var machine = unit.Machine;
        if (line.Command == CommandCatalogue.ConnectionStatus)
            return await programs.On(machine, "ovn-appctl", "-t", "ovn-controller", "connection-status");
        if (line.Command == CommandCatalogue.ChassisCertificate)
            return await Certificate(machine);
        if (line.Command == CommandCatalogue.HaProxyStat)
            return Stat(machine);
        if (InFiles(machine, line) is { } found)
            return found;
        if (line.Command == CommandCatalogue.ProviderBridge)
            return Words(machine, line.Values);
        if (line.Command == CommandCatalogue.Conductor)
            return await Conductor(machine, line.Values[0]);
        if (line.Command == PrerequisiteCommands.HelmOnPath)
            return await Helm(machine);
        return line.Command == CommandCatalogue.Written ? Written(machine, line.Values) : null;
    }

    /// <summary>What grep finds in the unit's files.</summary>
    private static ShellAnswer? InFiles(JujuMachine machine, CommandLine line)
    {
        if (line.Command == CommandCatalogue.ReservedMemory)
            return Lines(
                machine,
                line.Values[0],
                one => one.Contains("reserved_host_memory", StringComparison.OrdinalIgnoreCase)
            );
        if (line.Command == PrerequisiteCommands.TrusteeSettings)
            return Lines(machine, "/etc/magnum/magnum.conf", TrusteeSetting().IsMatch);
        if (line.Command == PrerequisiteCommands.TrustPolicies)
            return Policies(machine);
        return line.Command == PrerequisiteCommands.CookieSettings ? Cookies(machine) : null;
    }

    private async Task<ShellAnswer> Helm(JujuMachine machine) =>
        new(0, "/usr/bin/helm\n" + (await programs.On(machine, "helm", "version", "--short")).Stdout, "");

    /// <summary>`show stat` at haproxy's admin socket, as socat has it.</summary>
    private ShellAnswer Stat(JujuMachine machine)
    {
        if (machine.Files.Read(Configuration) is null)
            return new(0, CommandCatalogue.NoHaProxy + "\n", "");
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

    /// <summary>The rule for making a trust in each policy file, as grep -rH prints it.</summary>
    private static ShellAnswer Policies(JujuMachine machine) =>
        Named(
            machine,
            path => path.StartsWith("/etc/keystone/") && Path.GetExtension(path) is ".json" or ".yaml",
            line => line.Contains("identity:create_trust", StringComparison.Ordinal)
        );

    private static ShellAnswer Cookies(JujuMachine machine) =>
        Named(
            machine,
            path => path.Contains("/local_settings.") && Path.GetExtension(path) == ".py",
            line => line.Contains("_COOKIE_SECURE", StringComparison.Ordinal)
        );

    /// <summary>Lines of several files with their names, as grep -rH prints them.</summary>
    private static ShellAnswer Named(JujuMachine machine, Func<string, bool> of, Func<string, bool> shows)
    {
        var found = machine
            .Files.Paths.Where(of)
            .SelectMany(path =>
                (machine.Files.Read(path) ?? "").Split('\n').Where(shows).Select(line => $"{path}:{line}\n")
            )
            .ToArray();
        return new(found.Length > 0 ? 0 : 1, string.Concat(found), "");
    }

    /// <summary>Every word of these files with the file's name; one that is not there, or empty, is named.</summary>
    private static ShellAnswer Words(JujuMachine machine, IReadOnlyList<string> paths)
    {
        var missing = paths.Where(path => machine.Files.Read(path) is null).ToArray();
        var words = paths
            .SelectMany(path => (machine.Files.Read(path) ?? "").Split('\n').Select(word => (path, word)))
            .Where(one => one.word.Length > 0)
            .Select(one => $"{one.path}:{one.word}\n")
            .ToArray();
        return new(
            missing.Length > 0 ? 2
                : words.Length > 0 ? 0
                : 1,
            string.Concat(words),
            string.Concat(missing.Select(path => $"grep: {path}: No such file or directory\n"))
        );
    }

    [GeneratedRegex(@"^\s*trustee_domain_(admin_)?(name|id)\s*=", RegexOptions.NonBacktracking)]
    private static partial Regex TrusteeSetting();

    /// <summary>grep of the lines of a file.</summary>
    private static ShellAnswer Lines(JujuMachine machine, string path, Func<string, bool> shows)
    {
        if (machine.Files.Read(path) is not { } text)
            return new(2, "", $"grep: {path}: No such file or directory\n");
        string[] found = [.. text.Split('\n').Where(shows)];
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

    private async Task<ShellAnswer> Certificate(JujuMachine machine)
    {
        var written = Written(machine, ["/etc/ovn/cert_host"]);
        var ps = await programs.On(machine, "ps", "-ww", "-C", "ovn-controller", "-o", "etimes=");
        var now = world.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new(ps.Exit, $"{written.Stdout}{now}\n{ps.Stdout}", written.Stderr + ps.Stderr);
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
