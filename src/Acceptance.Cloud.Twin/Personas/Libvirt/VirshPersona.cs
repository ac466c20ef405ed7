using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>
/// virsh on the jumphost's hypervisor, in the words of the real driver (captures virsh-qemu-*): always a blank line
/// more, and sudo (R7).
/// </summary>
internal sealed class VirshPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["virsh"];

    public override HostKind On => HostKind.Jumphost;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(
            call.Argv,
            ["-c", "--connect"],
            ["-q", "--quiet", "-r", "--readonly"],
            stopAtOperands: 1
        );
        var uri =
            arguments.Value("-c", "--connect") ?? call.Env.GetValueOrDefault("LIBVIRT_DEFAULT_URI") ?? "qemu:///system";
        var words = arguments.Operands.Concat(arguments.Rest ?? []).ToList();
        if (arguments.Unknown is { } unknown)
            throw new NotEmulatedException($"virsh {unknown}");
        if (words.Count == 0)
            throw new NotEmulatedException("virsh without a command (its own prompt)");
        lock (call.World.Gate)
            return Task.FromResult(One(call, uri, call.World.Libvirt.Node, words));
    }

    private static int One(PersonaCall call, string uri, LibvirtNode node, List<string> words)
    {
        if (!VirshCommands.All.TryGetValue(words[0], out var command))
            throw new NotEmulatedException($"virsh {words[0]}");

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

    /// <summary>A dead daemon's socket has gone; without root polkit is in the way (R7).</summary>
    private static string? Unreachable(PersonaCall call, string uri, LibvirtNode node)
    {
        if (uri != "qemu:///system")
            throw new NotEmulatedException($"virsh -c {uri}");
        if (!node.DaemonRunning)
            return "Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or directory";
        return call.Elevated
            ? null
            : "authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'";
    }
}
