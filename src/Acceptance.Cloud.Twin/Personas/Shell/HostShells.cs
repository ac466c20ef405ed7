using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin.Personas.Operator;
using Acceptance.Cloud.Twin.Wire.Personas;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Personas.Shell;

/// <summary>
/// Opens shells on the twin's hosts: their files made real, their personas on PATH, their paths mapped.
/// </summary>
internal sealed partial class HostShells(TwinWorld world, PersonaCatalog catalog, string home, PersonaDoor door)
{
    private readonly Dictionary<string, ShellHost> _hosts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _furnished = new(StringComparer.Ordinal);

    /// <summary>Where the programs of all hosts call.</summary>
    public PersonaDoor Door { get; } = door;

    public ShellHost Jumphost => Host("jumphost", world.Jumphost.Name, HostKind.Jumphost, world.Jumphost.Files, null);

    public ShellHost Of(JujuMachine machine) =>
        Host(
            machine.Id,
            machine.Hostname,
            machine.IsContainer ? HostKind.Container : HostKind.Machine,
            machine.Files,
            machine
        );

    /// <summary>The management cluster's VM.</summary>
    public ShellHost Guest(string name) =>
        Host($"guest/{name}", name, HostKind.Guest, world.Guests.FilesOf(name), null);

    public ShellHost? Find(string id) =>
        id == "jumphost" ? Jumphost
        : id.StartsWith("guest/", StringComparison.Ordinal) ? Guest(id[6..])
        : world.Juju.FindMachine(id) is { } machine ? Of(machine)
        : null;

    /// <summary>Makes the personas of the jumphost and returns the folder to put first on PATH.</summary>
    public string FurnishJumphost()
    {
        var bin = Path.Combine(home, "bin");
        Door.Furnish();
        foreach (var folder in (string[])["/etc", "/var/lib/libvirt/images", "/var/log", "/run", "/tmp"])
            Directory.CreateDirectory(Jumphost.Root + folder);
        Install(Jumphost, bin, persona => bin);
        OperatorScripts.Furnish(world, home, File.ReadAllText(Path.Combine(bin, ".persona")));
        return bin;
    }

    /// <summary>A bash text that runs the order on the host; its output already says the host's own paths.</summary>
    public string Script(ShellHost host, ShellOrder order)
    {
        Open(host);
        if (
            order.Command is { } command
            && OutOfBounds.WritesTo(PathMapping.ToRoot(command, host), host) is { } outside
        )
        {
            var refusal =
                $"{host.Name}: not emulated: {outside} lies outside of the twin, and the command would write there";
            return $"echo {ShellQuoting.Quote(refusal)} >&2; (exit 64)";
        }

        var back = ShellQuoting.Quote(PathMapping.SedBack(host));
        var sed = $"{PersonaScript.Sed} -u {back}";
        // The shell that started a killed one tells of it, with its whole command line; sshd would not.
        var quiet = $"{sed} -e {ShellQuoting.Quote("/: line [0-9]*: *[0-9]* Killed  *[^ ]*env -i HOME=/d")}".Replace(
            $"-u {back}",
            $"-u -e {back}",
            StringComparison.Ordinal
        );
        var run = Launch(host, order);
        const string exit = "(exit \"${PIPESTATUS[0]}\")";
        var withErrors = $"{{ {run} 2>&1 1>&4 4>&- | LC_ALL=C {quiet} >&2 4>&-; {exit}; }}";
        return $"{{ {withErrors} 4>&1 | LC_ALL=C {sed}; {exit}; }}";
    }

    /// <summary>
    /// As <see cref="Script"/>, without mapping the output: the twin that collects it maps it itself.
    /// </summary>
    public string BareScript(ShellHost host, ShellOrder order)
    {
        Open(host);
        return Launch(host, order);
    }

    private string Launch(ShellHost host, ShellOrder order)
    {
        var user = order.Unit is not null || order.Elevated ? "root" : order.User;
        var folder =
            order.Unit is { } unit ? CharmFolder(unit)
            : user == "root" ? "/root"
            : $"/home/{user}";
        foreach (var made in (string[])[host.Root + folder, host.Root + (user == "root" ? "/root" : $"/home/{user}")])
        {
            if (!OwnPath.LeadsOut(home, made))
                Directory.CreateDirectory(made);
        }

        var env = new StringBuilder(PersonaScript.Env).Append(" -i");
        foreach (var (name, value) in Environment(host, order, user))
            env.Append($" {name}={ShellQuoting.Quote(value)}");
        var shell = $"{env} {PersonaScript.Bash}";
        var inside = $"cd {ShellQuoting.Quote(host.Root + folder)} && ";
        if (order.Command is not { } command)
            return $"{{ {inside} {Reads(host, shell)}; }}";
        var mapped = PathMapping.ToRoot(Darken(command, order), host);
        return ShellReadingInput().IsMatch(command.Trim())
            ? $"{{ {inside} {Reads(host, $"{shell} -c {ShellQuoting.Quote(mapped)}")}; }}"
            : $"{{ {inside} {shell} -c {ShellQuoting.Quote(mapped)}; }}";
    }

    /// <summary>A shell that reads its script from its input gets it with its paths mapped.</summary>
    private static string Reads(ShellHost host, string shell) =>
        $"{PersonaScript.Sed} -u -E {ShellQuoting.Quote(PathMapping.SedToRoot(host))} | {shell}";

    private static string Darken(string command, ShellOrder order) =>
        order.DarkAddresses.Aggregate(
            command,
            (text, dark) => text.Replace(dark, $"127.255.{dark.Split('.')[1]}.254", StringComparison.Ordinal)
        );

    private static IEnumerable<(string Name, string Value)> Environment(ShellHost host, ShellOrder order, string user)
    {
        yield return ("HOME", host.Root + (user == "root" ? "/root" : $"/home/{user}"));
        yield return ("USER", user);
        yield return ("LOGNAME", user);
        yield return ("SHELL", "/bin/bash");
        yield return ("LANG", "C.UTF-8");
        yield return ("PATH", PathMapping.SearchPath(host));
        if (order.Terminal)
            yield return ("TWIN_PTY", "1");
        if (user == "root")
            yield return ("TWIN_SUDO", "1");
        if (order.Unit is not { } unit)
            yield break;
        yield return ("TWIN_UNIT", unit);
        yield return ("JUJU_UNIT_NAME", unit);
        yield return ("JUJU_CHARM_DIR", host.Root + CharmFolder(unit));
    }

    private static string CharmFolder(string unit) => $"/var/lib/juju/agents/unit-{unit.Replace('/', '-')}/charm";

    private ShellHost Host(string id, string name, HostKind kind, HostFiles files, JujuMachine? machine)
    {
        lock (_hosts)
        {
            if (_hosts.TryGetValue(id, out var host))
                return host;
            return _hosts[id] = new ShellHost(
                id,
                name,
                kind,
                files,
                Path.Combine(home, ".twin", "hosts", id.Replace('/', '-'))
            )
            {
                Machine = machine,
            };
        }
    }

    /// <summary>Makes the host's files and programs real; the first shell finds them there.</summary>
    public void Open(ShellHost host)
    {
        if (OwnPath.LeadsOut(home, host.Root))
            throw new NotEmulatedException($"{host.Name}, whose folder {host.Root} is a link out of the twin");
        lock (world.Gate)
            host.Files.Materialise(host.Root);
        lock (_furnished)
        {
            if (!_furnished.Add(host.Id))
                return;
            foreach (
                var folder in (string[])
                    ["/tmp", "/var/log", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/snap/bin", "/root"]
            )
                Directory.CreateDirectory(host.Root + folder);
            foreach (var link in (string[])["/bin", "/sbin"])
            {
                if (!Path.Exists(host.Root + link))
                    Directory.CreateSymbolicLink(host.Root + link, $"{host.Root}/usr{link}");
            }

            Install(host, host.Root + "/usr", persona => host.Root + persona.Folder);
            Hooks(host);
        }
    }

    private void Install(ShellHost host, string folder, Func<Persona, string> where)
    {
        Directory.CreateDirectory(folder);
        var program = Path.Combine(folder, ".persona");
        File.WriteAllText(program, PersonaScript.For(host.Id, Door));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, DeclaredFile.Executable);
        foreach (var persona in catalog.Installed(host))
        {
            foreach (var name in persona.Names)
            {
                var link = Path.Combine(where(persona), name);
                if (!Path.Exists(link))
                    File.CreateSymbolicLink(link, program);
            }
        }
    }

    /// <summary>
    /// The hooks in each unit's charm folder, as `juju exec -u vault/0 hooks/update-status` wants them.
    /// </summary>
    private static void Hooks(ShellHost host)
    {
        if (host.Machine is null)
            return;
        foreach (var agent in host.Machine.Units)
        {
            var hooks = $"{host.Root}{CharmFolder(agent.Name)}/hooks";
            Directory.CreateDirectory(hooks);
            foreach (var hook in (string[])["update-status", "config-changed"])
                File.CreateSymbolicLink($"{hooks}/{hook}", $"{host.Root}/usr/.persona");
        }
    }

    [GeneratedRegex(
        @"^(?:sudo\s+(?:-\S+\s+)*)?(?:/usr/bin/|/bin/)?(?:ba|da)?sh(?:\s+-[a-z]*s[a-z]*)?(?:\s+-[a-z]+)*$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex ShellReadingInput();
}
