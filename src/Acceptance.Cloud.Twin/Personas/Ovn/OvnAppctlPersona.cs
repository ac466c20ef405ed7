using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>ovn-appctl: connection-status on a chassis, cluster/status on ovn-central (FACTS 8.4; captures ovn-*).</summary>
internal sealed class OvnAppctlPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["ovn-appctl"];

    public override HostKind On => HostKind.Juju;

    public override async Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, ["-t", "--target", "-T", "--timeout"], []);
        var target = PathMapping.Back(arguments.Value("-t", "--target") ?? "ovn-controller", call.Host);
        var command = arguments.Operands.FirstOrDefault() ?? "";
        if (Frozen(call, target))
        {
            // It connects and waits; its own alarm ends it, in the twin's time, or whoever called does.
            if (!int.TryParse(arguments.Value("-T", "--timeout"), CultureInfo.InvariantCulture, out var seconds))
                await call.Hang();
            await call.Sleep(TimeSpan.FromSeconds(seconds));
            return call.Fail(142, $"{Stamp(call)}|00001|fatal_signal|WARN|terminating with signal 14 (Alarm clock)");
        }

        lock (call.World.Gate)
        {
            return target.Contains("ovn-controller", StringComparison.Ordinal) ? Controller(call, target, command)
                : target.Contains("_db", StringComparison.Ordinal)
                    ? Database(call, target, command, arguments.Operands.ElementAtOrDefault(1) ?? "")
                : target.Contains("northd", StringComparison.Ordinal) ? Northd(call, command)
                : throw new NotEmulatedException($"ovn-appctl -t {target}");
        }
    }

    private static bool Frozen(PersonaCall call, string target)
    {
        lock (call.World.Gate)
        {
            return target.Contains("ovn-controller", StringComparison.Ordinal)
                ? call.World.Ovn.ChassisOn(call.Host.Machine!) is { Frozen: true }
                : target.Contains("_db", StringComparison.Ordinal)
                    && call.World.Ovn.Units.Any(unit =>
                        unit.Machine == call.Host.Machine && call.World.Ovn.FrozenServers.Contains(unit)
                    );
        }
    }

    private static int Controller(PersonaCall call, string target, string command)
    {
        var chassis = call.World.Ovn.ChassisOn(call.Host.Machine!);
        const string pidfile = "/var/run/ovn/ovn-controller.pid";
        if (!call.Elevated)
            return call.Fail(
                1,
                $"{Stamp(call)}|00001|daemon_unix|WARN|{pidfile}: open: Permission denied\novn-appctl: cannot read pidfile \"{pidfile}\" (Permission denied)"
            );
        if (chassis is { Killed: true })
            return call.Fail(1, $"ovn-appctl: cannot read pidfile \"{pidfile}\" (No such process)");
        if (chassis is null || !chassis.ControllerRunning)
            return call.Fail(
                1,
                $"{Stamp(call)}|00001|daemon_unix|WARN|{pidfile}: open: No such file or directory\novn-appctl: cannot read pidfile \"{pidfile}\" (No such file or directory)"
            );
        switch (command)
        {
            case "connection-status":
                call.Out(call.World.Ovn.Connected(chassis) ? "connected\n" : "not connected\n");
                return 0;
            case "version":
                call.Out("ovn-controller 24.03.2\nOpen vSwitch Library 3.3.0\n");
                return 0;
            case "inc-engine/show-stats"
            or "coverage/show"
            or "memory/show"
            or "list-commands"
            or "recompute"
            or "ct-zone-list"
            or "exit"
            or "vlog/list"
            or "vlog/set"
            or "debug/status"
            or "group-table-list"
            or "lflow-cache/show-stats":
                throw new NotEmulatedException($"ovn-appctl -t ovn-controller {command}");
            default:
                return call.Fail(
                    2,
                    $"\"{command}\" is not a valid command (use \"list-commands\" to see a list of valid commands)\novn-appctl: {target}: server returned an error"
                );
        }
    }

    private static int Northd(PersonaCall call, string command)
    {
        if (command != "status")
            throw new NotEmulatedException($"ovn-appctl -t ovn-northd {command}");
        var leader = call.World.Ovn.Leader;
        call.Out(leader is not null && leader.Machine == call.Host.Machine ? "Status: active\n" : "Status: standby\n");
        return 0;
    }

    private static int Database(PersonaCall call, string target, string command, string database)
    {
        var south = target.Contains("ovnsb", StringComparison.Ordinal);
        if (!call.World.Ovn.Units.Any(unit => unit.Machine == call.Host.Machine && call.World.Ovn.Serves(unit)))
            return call.Fail(
                1,
                $"{Stamp(call)}|00001|unixctl|WARN|failed to connect to {target}\novn-appctl: cannot connect to \"{target}\" (No such file or directory)"
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
            $"{own[..4]}\nName: {database}\nCluster ID: {central.ClusterId[..4]} ({central.ClusterId})\nServer ID: {own[..4]} ({own})\nAddress: {central.Transport}:{units[here].Machine.PrimaryAddress}:{port}\n"
            + string.Create(
                CultureInfo.InvariantCulture,
                $"Status: {(leader < 0 ? "disconnected from the cluster (election timeout)" : "cluster member")}\nRole: {role}\nTerm: {central.Term}\nLeader: {(leader < 0 ? "unknown" : leader == here ? "self" : central.ServerIds[leader][..4])}\nVote: {(role == "follower" ? "unknown" : "self")}\n\n"
            );
        if (role != "follower")
            text += string.Create(
                CultureInfo.InvariantCulture,
                $"Last Election started {since} ms ago, reason: timeout\n"
            );
        if (role == "leader")
            text += string.Create(CultureInfo.InvariantCulture, $"Last Election won: {since} ms ago\n");
        text +=
            $"Election timer: 4000\nLog: [2, 5]\nEntries not yet committed: 0\nEntries not yet applied: 0\nConnections:{string.Concat(units.Index().Where(one => one.Index != here).Select(one => Connection(central, one.Item, one.Index)))}\nDisconnections: {central.Stopped.Count}\nServers:\n";
        for (var i = 0; i < units.Count; i++)
        {
            var id = central.ServerIds[i][..4];
            var silence = central.Serves(units[i]) ? 326 : since + 326;
            var state = i == here ? " (self)" + (role == "candidate" ? $" (voted for {id})" : "") : "";
            if (role == "leader")
                state += " next_index=5 match_index=4";
            if (i != here && (role != "follower" || i == leader))
                state += string.Create(CultureInfo.InvariantCulture, $" last msg {silence} ms ago");
            text += $"    {id} ({id} at {central.Transport}:{units[i].Machine.PrimaryAddress}:{port}){state}\n";
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
