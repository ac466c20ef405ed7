using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>ssh from the jumphost to the management VM, whose floating IP plays the recorded host.</summary>
internal sealed class SshRig : IHostRig
{
    private const string Keys = "/home/ubuntu/.ssh/";

    public bool Plays(HostCapture capture) => capture.Program == "ssh";

    public Stage Set(HostCapture capture, HostLane lane)
    {
        if (capture.Command.Contains(" -p ", StringComparison.Ordinal))
            throw new OutOfReachException(
                "a server on a port of its own that is no sshd: the twin's guests answer on 22"
            );
        var world = lane.World;
        var host = lane.Twin.Shells.Jumphost;
        lane.Twin.Shells.Open(host);
        FurnishKeys(capture, lane, host);
        Power(capture, lane);
        Missing(capture, lane);
        var command = capture
            .Command.Replace("127.53.7.41", "127.53.7.40", StringComparison.Ordinal)
            .Replace("127.53.7.40", world.Plan.Address(world.Plan.ManagementFip), StringComparison.Ordinal);
        return new Stage(host, Inner(command, world.Plan.Address(world.Plan.ManagementFip))) { Elevated = false };
    }

    private static void FurnishKeys(HostCapture capture, HostLane lane, ShellHost host)
    {
        var world = lane.World;
        var own = File.ReadAllText(Path.Combine(lane.Twin.Home, ".ssh/id_ed25519"));
        foreach (var (name, text) in new[] { ("id_ed25519", own), ("id_other", "another key\n") })
        {
            lane.Write(host, Keys + name, text);
            File.SetUnixFileMode(host.Root + Keys + name, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Directory.CreateDirectory(host.Root + "/run/ht/ssh");
        File.Delete(host.Root + Keys + "known_hosts");
        if (capture.Tells("changed", "banner on stderr"))
            lane.Write(
                host,
                Keys + "known_hosts",
                $"{world.Plan.Address(world.Plan.ManagementFip)} ssh-ed25519 "
                    + "AAAAC3NzaC1lZDI1NTE5AAAAIGFub3RoZXIgaG9zdCBhbm90aGVyIGtleQ==\n"
            );
    }

    /// <summary>"remote command missing": what the twin says is there without playing it is not there.</summary>
    private static void Missing(HostCapture capture, HostLane lane)
    {
        if (!capture.Tells("command missing", "command not found"))
            return;
        var guest = lane.Twin.Shells.Guest(lane.World.Plan.ManagementServer);
        lane.Twin.Shells.Open(guest);
        foreach (var word in capture.Command.Split(' ').Select(word => word.Trim('\'', '"')))
            if (word.Length > 0 && word.All(char.IsAsciiLetterOrDigit))
                File.Delete($"{guest.Root}/usr/bin/{word}");
    }

    /// <summary>"no route": the VM is off; "refused": it boots, and its sshd does not listen yet.</summary>
    private static void Power(HostCapture capture, HostLane lane)
    {
        var world = lane.World;
        lock (world.Gate)
        {
            var server = world.Compute.Servers.Find(world.Plan.ManagementServer)!;
            var (off, booting) = (capture.Tells("no route"), capture.Tells("nothing listens", "sshd stopped"));
            if (off || booting)
            {
                if (world.Management.Phase != ManagementPhase.Off)
                    world.Compute.Power.Stop(server);
            }
            else if (world.Management.Phase == ManagementPhase.Off)
                world.Compute.Power.Start(server);
        }

        world.Clock.Advance(TimeSpan.FromMinutes(30));
        if (!capture.Tells("nothing listens", "sshd stopped"))
            return;
        lock (world.Gate)
            world.Compute.Power.Start(world.Compute.Servers.Find(world.Plan.ManagementServer)!);
        world.Clock.Advance(TimeSpan.FromSeconds(30));
    }

    /// <summary>The recording took a network without a route for a VM that is off; the twin has the VM.</summary>
    private static string Inner(string command, string address)
    {
        const string wrapper = "unshare -n bash -c '";
        if (!command.StartsWith(wrapper, StringComparison.Ordinal))
            return command;
        return command[command.IndexOf("; ssh ", StringComparison.Ordinal)..]
            .TrimStart(';', ' ')
            .TrimEnd('\'')
            .Replace("10.12.7.40", address, StringComparison.Ordinal);
    }
}
