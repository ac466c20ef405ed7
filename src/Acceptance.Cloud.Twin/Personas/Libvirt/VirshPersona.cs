using System.Text;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>virsh on the jumphost's hypervisor, in the words of the real driver (captures virsh-qemu-*), and of libvirt's test driver: always a blank line more, and sudo (R7).</summary>
internal sealed class VirshPersona : Persona
{
    private static readonly string[] NotPlayed =
    [
        "edit",
        "migrate",
        "console",
        "attach-interface",
        "attach-device",
        "attach-disk",
        "detach-disk",
        "detach-device",
        "snapshot-revert",
        "reboot",
        "reset",
        "save",
        "restore",
        "vol-create",
        "vol-delete",
        "vol-info",
        "net-edit",
        "net-update",
        "define-as",
        "create",
        "domifaddr",
        "vcpuinfo",
        "help",
    ];

    public override IReadOnlyList<string> Names { get; } = ["virsh"];

    public override HostKind On => HostKind.Jumphost;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(
            call.Argv,
            ["-c", "--connect", "-d", "-l", "-k", "-K"],
            ["-q", "--quiet", "-r", "--readonly", "-v", "--version", "-V"],
            stopAtOperands: 1
        );
        if (arguments.Has("-v", "--version", "-V"))
            return Task.FromResult(Say(call, "8.0.0\n"));
        var uri =
            arguments.Value("-c", "--connect") ?? call.Env.GetValueOrDefault("LIBVIRT_DEFAULT_URI") ?? "qemu:///system";
        lock (call.World.Gate)
        {
            var words = arguments.Operands.Concat(arguments.Rest ?? []).ToList();
            if (words.Count == 0)
                throw new NotEmulatedException("virsh without a command (its own prompt)");
            var commands = words.Count == 1 ? Batch(words[0]) : [words];
            var node =
                uri == "test:///default"
                    ? LibvirtNode.Test(() => call.World.Now, call.World.NewId)
                    : call.World.Libvirt.Node;
            var exit = 0;
            foreach (var command in commands.Where(command => command.Count > 0))
                exit = One(call, uri, node, command);
            return Task.FromResult(exit);
        }
    }

    private static int One(PersonaCall call, string uri, LibvirtNode node, List<string> words)
    {
        if (!VirshCommands.All.TryGetValue(words[0], out var command))
        {
            if (NotPlayed.Contains(words[0]))
                throw new NotEmulatedException($"virsh {words[0]}");
            return call.Fail(1, $"error: unknown command: '{words[0]}'");
        }

        try
        {
            var one = new VirshCall(call, node, words[0], command, words.Skip(1));
            if (Unreachable(call, uri, node) is { } why)
                return call.Fail(1, $"error: failed to connect to the hypervisor\nerror: {why}");
            command.Play(one);
            return 0;
        }
        catch (VirshRefusedException refused)
        {
            return call.Fail(1, $"error: {refused.Message}");
        }
        catch (LibvirtRefusedException refused)
        {
            call.Out("\n");
            foreach (var line in refused.Lines)
                call.Err($"error: {line}\n");
            return 1;
        }
    }

    /// <summary>A dead daemon's socket has gone; an unknown scheme is asked of the daemon; without root polkit is in the way (R7).</summary>
    private static string? Unreachable(PersonaCall call, string uri, LibvirtNode node)
    {
        if (node.IsTestDriver)
            return null;
        if (uri is not ("qemu:///system" or "qemu:///session") && !uri.StartsWith("qemuu:", StringComparison.Ordinal))
            throw new NotEmulatedException($"virsh -c {uri}");
        if (!node.DaemonRunning || uri.StartsWith("qemuu:", StringComparison.Ordinal))
            return "Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or directory";
        return call.Elevated
            ? null
            : "authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'";
    }

    /// <summary>One argument is a line of commands: parted by ';', words by blanks, quotes kept together.</summary>
    private static List<List<string>> Batch(string line)
    {
        List<List<string>> commands =
        [
            [],
        ];
        var word = new StringBuilder();
        var (inWord, quote) = (false, '\0');
        foreach (var letter in line.Append(';'))
        {
            if (quote != '\0' && letter == quote)
                quote = '\0';
            else if (quote != '\0')
                word.Append(letter);
            else if (letter is '\'' or '"')
                (quote, inWord) = (letter, true);
            else if (letter is not (' ' or '\t' or '\n' or ';'))
            {
                word.Append(letter);
                inWord = true;
            }
            else
            {
                if (inWord)
                    commands[^1].Add(word.ToString());
                word.Clear();
                inWord = false;
                if (letter is ';' or '\n')
                    commands.Add([]);
            }
        }

        return commands;
    }

    private static int Say(PersonaCall call, string text)
    {
        call.Out(text);
        return 0;
    }
}
