using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.Personas.Ssh;

/// <summary>
/// ssh on the jumphost: to the management VM through its floating IP, and to the jumphost itself; nowhere else is there
/// a route.
/// </summary>
internal sealed class SshPersona : Persona
{
    private static readonly string[] Valued =
    [
        "-i",
        "-o",
        "-p",
        "-l",
        "-F",
        "-L",
        "-R",
        "-D",
        "-J",
        "-E",
        "-e",
        "-c",
        "-m",
        "-b",
        "-S",
        "-W",
        "-w",
        "-B",
    ];
    private static readonly string[] Flags =
    [
        "-q",
        "-n",
        "-t",
        "-tt",
        "-T",
        "-v",
        "-vv",
        "-vvv",
        "-N",
        "-f",
        "-A",
        "-a",
        "-X",
        "-x",
        "-4",
        "-6",
        "-C",
        "-V",
    ];

    public override IReadOnlyList<string> Names { get; } = ["ssh"];

    public override HostKind On => HostKind.Jumphost;

    public override async Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, Valued, Flags, stopAtOperands: 1);
        if (arguments.AllOperands.Count == 0)
            return call.Fail(255, "usage: ssh [-46AaCfGgKkMNnqsTtVvXxYy] destination [command [argument ...]]");
        var (user, host) = Destination(arguments);
        var route = Route(call, host);
        if (route.Refusal is { } refusal)
            return await Unreachable(call, refusal + "\r", route.After);
        if (arguments.Value("-p") is not (null or "22"))
            throw new NotEmulatedException($"ssh to port {arguments.Value("-p")}: the twin's guests answer on 22");
        var (key, unreadable) = await Identity(call, arguments);
        call.Err(unreadable);
        if (await KnownHosts.Judge(call, arguments, host, Guest(call, host)) is { } stranger)
            return call.Fail(255, stranger + "\r");
        if (await Refuses(call, key, user, host) is { } denied)
            return denied;
        var order = Order(call, arguments, user, route.Host!);
        var exit = await call.RunScript(call.Shells.Script(route.Host!, order), StdinOf(call, arguments));
        // A remote shell that a signal ended has no exit code to pass on.
        return exit is 128 + 9 or 128 + 15 ? 255 : exit;
    }

    private static (string User, string Host) Destination(Arguments arguments) =>
        arguments.AllOperands[0].Split('@', 2) is [var user, var host]
            ? (user, host)
            : (arguments.Value("-l") ?? "ubuntu", arguments.AllOperands[0]);

    private static ShellOrder Order(PersonaCall call, Arguments arguments, string user, ShellHost host) =>
        new(Command(arguments))
        {
            User = user,
            Terminal = arguments.Has("-tt") || (arguments.Has("-t") && call.Stdin == StdinKind.Tty),
            DarkAddresses = Dark(call, host),
        };

    /// <summary>
    /// The words behind the destination; null for a login shell. A -- before the destination ended the options for
    /// good, one behind it ends those that may follow there.
    /// </summary>
    private static string? Command(Arguments arguments)
    {
        string[] words = [.. arguments.AllOperands.Skip(1)];
        if (arguments.Rest is null && words is ["--", ..])
            words = words[1..];
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    internal static async Task<int> Unreachable(PersonaCall call, string refusal, TimeSpan after)
    {
        if (after > TimeSpan.Zero)
            await call.Sleep(after);
        return call.Fail(255, refusal);
    }

    /// <summary>Who answers at the address: another server, once it was rebuilt.</summary>
    private static string Guest(PersonaCall call, string host)
    {
        lock (call.World.Gate)
            return call.World.Compute.Servers.Find(call.World.Plan.ManagementServer)?.Id ?? host;
    }

    private static StdinUse StdinOf(PersonaCall call, Arguments arguments) =>
        arguments.Has("-n") || call.Stdin == StdinKind.Null ? StdinUse.Null
        : call.Stdin == StdinKind.Tty ? StdinUse.Pass
        : StdinUse.Greedy;

    internal static (ShellHost? Host, string? Refusal, TimeSpan After) Route(PersonaCall call, string host)
    {
        var patience = ConnectTimeout(call);
        lock (call.World.Gate)
        {
            var world = call.World;
            if (host == world.Plan.Address(world.Plan.ManagementFip) || host == world.Plan.ManagementServer)
            {
                if (world.Ground.Provider.IsDark)
                    return (null, $"ssh: connect to host {host} port 22: Connection timed out", patience);
                var management = world.Management;
                if (management.Phase == ManagementPhase.Off)
                    return (null, $"ssh: connect to host {host} port 22: No route to host", TimeSpan.FromSeconds(3));
                if (management.SshdAt is not { } at || at > world.Now)
                    return (null, $"ssh: connect to host {host} port 22: Connection refused", TimeSpan.Zero);
                return (call.Shells.Guest(world.Plan.ManagementServer), null, default);
            }

            if (host == "localhost" || host == world.Jumphost.Name)
                throw new NotEmulatedException("ssh to the jumphost itself: run the command here");
            return System.Net.IPAddress.TryParse(host, out _)
                ? (null, $"ssh: connect to host {host} port 22: Connection timed out", patience)
                : (null, $"ssh: Could not resolve hostname {host}: Name or service not known", TimeSpan.Zero);
        }
    }

    /// <summary>The identity file, null when it cannot be opened, and what ssh says then.</summary>
    private static async Task<(string? Path, string Says)> Identity(PersonaCall call, Arguments arguments)
    {
        var home = call.Env.GetValueOrDefault("HOME", "");
        var key = arguments.Value("-i") ?? Path.Combine(home, ".ssh/id_ed25519");
        if (key.StartsWith("~/", StringComparison.Ordinal))
            key = Path.Combine(home, key[2..]);
        var path = Path.Combine(call.Cwd, key);
        return (await call.Read(path)).IsThere
            ? (path, "")
            : (
                null,
                $"Warning: Identity file {PathMapping.Back(key, call.Host)} not accessible: "
                    + "No such file or directory.\n"
            );
    }

    /// <summary>The key must be the operator's and private; whoever has it is let in as ubuntu.</summary>
    private static async Task<int?> Refuses(PersonaCall call, string? key, string user, string host)
    {
        if (key is null)
            return Deny(call, "", user, host);
        var own = Path.Combine(call.World.Jumphost.Home, ".ssh/id_ed25519");
        var files = await call.Read(key == own ? [key] : [key, own]);
        var (held, mode) = (files[0].Text, files[0].Mode);
        var named = PathMapping.Back(key, call.Host);
        if ((mode & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0)
        {
            return Deny(
                call,
                "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r\n"
                    + "@         WARNING: UNPROTECTED PRIVATE KEY FILE!          @\r\n"
                    + "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r\n"
                    + $"Permissions 0{Convert.ToString((int)mode, 8)} for '{named}' "
                    + "are too open.\r\n"
                    + "It is required that your private key files are NOT accessible by others.\r\n"
                    + "This private key will be ignored.\r\n"
                    + $"Load key \"{named}\": bad permissions\r\n",
                user,
                host
            );
        }

        if (files[^1].IsFile && files[^1].Text != held)
            return Deny(call, "", user, host);
        return user is "ubuntu" or "root" ? null : Deny(call, "", user, host);
    }

    private static int Deny(PersonaCall call, string before, string user, string host)
    {
        call.Err($"{before}{user}@{host}: Permission denied (publickey).\r\n");
        return 255;
    }

    private static IReadOnlyCollection<string> Dark(PersonaCall call, ShellHost host)
    {
        lock (call.World.Gate)
            return host.Kind == HostKind.Guest && call.World.TenantsCannotReachVips
                ? [.. call.World.Plan.Vips.Keys.Select(call.World.Plan.Vip)]
                : [];
    }

    private static TimeSpan ConnectTimeout(PersonaCall call)
    {
        var option =
            call.Argv.FirstOrDefault(word => word.StartsWith("ConnectTimeout=", StringComparison.Ordinal))
            ?? call.Argv.FirstOrDefault(word => word.StartsWith("-oConnectTimeout=", StringComparison.Ordinal));
        return TimeSpan.FromSeconds(
            int.TryParse(option?.Split('=')[1], CultureInfo.InvariantCulture, out var seconds) ? seconds : 127
        );
    }
}
