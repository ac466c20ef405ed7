using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>
/// ovn-appctl: connection-status and sb-cluster-state-reset on a chassis, cluster/status on ovn-central (FACTS 8.4).
/// </summary>
internal sealed class OvnAppctlPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["ovn-appctl"];

    public override HostKind On => HostKind.Juju;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, ["-t", "--target"], []);
        if (arguments.Unknown is { } unknown)
            throw new NotEmulatedException($"ovn-appctl {unknown}");
        var target = PathMapping.Back(arguments.Value("-t", "--target") ?? "ovn-controller", call.Host);
        lock (call.World.Gate)
        {
            return Task.FromResult(
                target.Contains("ovn-controller", StringComparison.Ordinal) ? Controller(call, arguments)
                : target.Contains("_db", StringComparison.Ordinal)
                    ? Database(
                        call,
                        target,
                        arguments.Operands.FirstOrDefault() ?? "",
                        arguments.Operands.ElementAtOrDefault(1) ?? ""
                    )
                : throw new NotEmulatedException($"ovn-appctl -t {target}")
            );
        }
    }

    private static int Controller(PersonaCall call, Arguments arguments)
    {
        var chassis = call.World.Ovn.ChassisOn(call.Host.Machine!);
        const string pidfile = "/var/run/ovn/ovn-controller.pid";
        var why =
            !call.Elevated ? "Permission denied"
            : chassis is not { ControllerRunning: true } ? "No such file or directory"
            : null;
        if (why is not null)
            return call.Fail(
                1,
                $"{Stamp(call)}|00001|daemon_unix|WARN|{pidfile}: open: {why}\n"
                    + $"ovn-appctl: cannot read pidfile \"{pidfile}\" ({why})"
            );
        switch (arguments.Operands)
        {
            case ["connection-status"]:
                call.Out(call.World.Ovn.Connected(chassis!) ? "connected\n" : "not connected\n");
                return 0;
            // It forgets which state of the database it has seen, and reads all anew (N65).
            case ["sb-cluster-state-reset"]:
                return 0;
            case var command:
                throw new NotEmulatedException($"ovn-appctl -t ovn-controller {string.Join(' ', command)}");
        }
    }

    private static int Database(PersonaCall call, string target, string command, string database)
    {
        var south = target.Contains("ovnsb", StringComparison.Ordinal);
        if (!call.World.Ovn.Units.Any(unit => unit.Machine == call.Host.Machine && call.World.Ovn.Serves(unit)))
            return call.Fail(
                1,
                $"{Stamp(call)}|00001|unixctl|WARN|failed to connect to {target}\n"
                    + $"ovn-appctl: cannot connect to \"{target}\" (No such file or directory)"
            );
        if (command != "cluster/status")
            throw new NotEmulatedException($"ovn-appctl -t {target} {command}");
        if (database != (south ? "OVN_Southbound" : "OVN_Northbound"))
            return call.Fail(2, $"unknown cluster\novn-appctl: {target}: server returned an error");
        call.Out(ClusterStatus(call, call.World.Ovn, database, south ? 6644 : 6643));
        return 0;
    }

    private static string ClusterStatus(PersonaCall call, OvnCentral central, string database, int port)
    {
        var units = central.Units.ToList();
        var here = units.FindIndex(unit => unit.Machine == call.Host.Machine);
        var leader = central.Leader is { } leading ? units.IndexOf(leading) : -1;
        var own = central.ServerIds[here];
        var role =
            leader < 0 ? "candidate"
            : leader == here ? "leader"
            : "follower";
        var since = (long)(call.World.Now - central.Elected).TotalMilliseconds;
        var text =
            $"{own[..4]}\n"
            + $"Name: {database}\n"
            + $"Cluster ID: {central.ClusterId[..4]} ({central.ClusterId})\n"
            + $"Server ID: {own[..4]} ({own})\n"
            + $"Address: ssl:{units[here].Machine.PrimaryAddress}:{port}\n"
            + string.Create(
                CultureInfo.InvariantCulture,
                $"Status: "
                    + $"{(leader < 0 ? "disconnected from the cluster (election timeout)" : "cluster member")}\n"
                    + $"Role: {role}\n"
                    + $"Term: 1\n"
                    + $"Leader: "
                    + $"{(leader < 0 ? "unknown" : leader == here ? "self" : central.ServerIds[leader][..4])}\n"
                    + $"Vote: {(role == "follower" ? "unknown" : "self")}\n\n"
            );
        if (role != "follower")
            text += string.Create(
                CultureInfo.InvariantCulture,
                $"Last Election started {since} ms ago, reason: timeout\n"
            );
        if (role == "leader")
            text += string.Create(CultureInfo.InvariantCulture, $"Last Election won: {since} ms ago\n");
        text +=
            $"Election timer: 4000\n"
            + $"Log: [2, 5]\n"
            + $"Entries not yet committed: 0\n"
            + $"Entries not yet applied: 0\n"
            + $"Connections:{string.Concat(units.Index().Where(one => one.Index != here).Select(one => Connection(central, one.Item, one.Index)))}\n"
            + $"Disconnections: {central.Stopped.Count}\n"
            + $"Servers:\n";
        for (var i = 0; i < units.Count; i++)
        {
            var id = central.ServerIds[i][..4];
            var silence = central.Serves(units[i]) ? 326 : since + 326;
            var state = i == here ? " (self)" + (role == "candidate" ? $" (voted for {id})" : "") : "";
            if (role == "leader")
                state += " next_index=5 match_index=4";
            if (i != here && (role != "follower" || i == leader))
                state += string.Create(CultureInfo.InvariantCulture, $" last msg {silence} ms ago");
            text += $"    {id} ({id} at ssl:{units[i].Machine.PrimaryAddress}:{port}){state}\n";
        }

        return text;
    }

    /// <summary>A dead server's connection stands in parentheses: no word says down.</summary>
    private static string Connection(OvnCentral central, World.Juju.JujuUnit unit, int index)
    {
        var id = central.ServerIds[index][..4];
        return central.Serves(unit) ? $" <-{id} ->{id}" : $" (->{id})";
    }

    private static string Stamp(PersonaCall call) =>
        call.World.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
