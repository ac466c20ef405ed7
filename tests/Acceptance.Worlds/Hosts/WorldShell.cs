using Acceptance.Cloud;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Management;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Worlds.Hosts;

/// <summary>The jumphost, and ssh from it to the management VM: nowhere else is there a route.</summary>
internal sealed class WorldShell(TwinWorld world, WorldReadings readings, WorldPrograms programs, Doors doors)
    : IRemoteShell
{
    private static readonly int[] Tried = [22, 80, 443, 6443];

    public Task<Reading<ShellAnswer>> OnJumphost(CommandLine command, CancellationToken cancel = default)
    {
        var asked = command.Command;
        var answer =
            asked == CommandCatalogue.Runs || asked == CommandCatalogue.InheritedScope ? new ShellAnswer(0, "", "")
            : asked == CommandCatalogue.OwnInput ? new ShellAnswer(0, "0\n", "")
            : asked == CommandCatalogue.AddressOnFile ? NetEnv()
            : asked == CommandCatalogue.ChartDependencies
                ? new ShellAnswer(0, ManagementContent.Dependencies.ToJsonString(), "")
            : asked == CommandCatalogue.OpenPorts ? Open(command.Values)
            : asked == ProxyCommands.Directives ? Proxied()
            : asked == ProxyCommands.Workers
                ? new(0, string.Concat(world.Nginx.Processes.Select(one => $"{one}\n")), "")
            : null;
        return answer is null
            ? readings.Unknown<ShellAnswer>(asked.Id)
            : Task.FromResult(readings.Seen(asked.Id, answer));
    }

    public async Task<Reading<ShellAnswer>> On(SshHost host, CommandLine command, CancellationToken cancel = default)
    {
        var asked = command.Command;
        if (Closed(host.Address) is { } why)
            return readings.Unread<ShellAnswer>(asked.Id, why);
        if (asked == CommandCatalogue.LetsIn)
            return readings.Seen(asked.Id, new ShellAnswer(0, "", ""));
        if (asked == CommandCatalogue.ManagementStatus)
            return readings.Seen(asked.Id, Merged(await programs.OnGuest(host.Name, "k8s", "status")));
        return asked == CommandCatalogue.Reach
            ? readings.Seen(asked.Id, Reached(command.Values[0], command.Values[1], new Uri(command.Values[2])))
            : await readings.Unknown<ShellAnswer>(asked.Id);
    }

    /// <summary>A line an open port of those that are tried.</summary>
    private ShellAnswer Open(IReadOnlyList<string> addresses)
    {
        lock (world.Gate)
            return new(
                0,
                string.Concat(
                    addresses.SelectMany(address =>
                        Tried.Where(port => world.Listeners.IsOpen(address, port)).Select(port => $"{address} {port}\n")
                    )
                ),
                ""
            );
    }

    /// <summary>The lines of the vhost's file that the command looks for.</summary>
    private ShellAnswer Proxied() =>
        new(
            0,
            string.Concat(
                world
                    .Jumphost.Files.Read(NginxServer.Site)!
                    .Split('\n')
                    .Where(line => line.TrimStart().StartsWith("proxy_pass ") || line.Contains(" proxy_ssl_"))
                    .Select(line => $"{line}\n")
            ),
            ""
        );

    private ShellAnswer NetEnv() =>
        new(0, $"MGMT_FIP={world.Jumphost.StaleManagementFip ?? world.Plan.Address(world.Plan.ManagementFip)}\n", "");

    private Unreadable? Closed(string address)
    {
        lock (world.Gate)
        {
            if (address != world.Management.Address && address != world.Plan.ManagementServer)
                return Unreadable.Unreachable;
            if (world.Ground.Provider.IsDark)
                return Unreadable.Unreachable;
            return world.Management switch
            {
                { Phase: ManagementPhase.Off } => Unreadable.Unreachable,
                { SshdAt: { } at } when at <= world.Now => null,
                _ => Unreadable.Refused,
            };
        }
    }

    private static ShellAnswer Merged(ShellAnswer answer) =>
        answer with
        {
            Stdout = answer.Stdout + answer.Stderr,
            Stderr = "",
        };

    /// <summary>A port tried by bash, and a URL by curl without verification; curl's exit is the shell's.</summary>
    private ShellAnswer Reached(string address, string port, Uri url)
    {
        var service = world.Plan.Vips.Keys.FirstOrDefault(one => world.Plan.Vip(one) == address);
        var met =
            service is null || world.TenantsCannotReachVips
                ? new Meeting(Unreadable.Refused)
                : doors.AtVip(service, url.AbsolutePath);
        var opens = met.Why is null or Unreadable.UntrustedCertificate || met.InHandshake;
        var (code, exit) = (met.Why, met.Rule?.How) switch
        {
            (Unreadable.Refused, _) => ("000", met.InHandshake ? 35 : 7),
            (_, null or Misbehaviour.Slow or Misbehaviour.Garbled) => ("200", 0),
            (_, Misbehaviour.Status) => ($"{met.Rule!.Status}", 0),
            (_, Misbehaviour.HalfWritten) => ("200", 18),
            (_, Misbehaviour.Hang) => ("000", 28),
            _ => ("000", 52),
        };
        return new(exit, $"port={(opens ? "open" : "closed")}\ncode={code}", "");
    }
}
