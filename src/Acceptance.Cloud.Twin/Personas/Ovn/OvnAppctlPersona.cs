using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>ovn-appctl: connection-status on a chassis, cluster/status on ovn-central (FACTS 8.4; captures ovn-*).</summary>
internal sealed class OvnAppctlPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["ovn-appctl"];

    public override HostKind On => HostKind.Juju;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, ["-t", "--target", "-T", "--timeout"], []);
        var target = PathMapping.Back(arguments.Value("-t", "--target") ?? "ovn-controller", call.Host);
        var command = arguments.Operands.FirstOrDefault() ?? "";
        lock (call.World.Gate)
        {
            return Task.FromResult(target.Contains("ovn-controller", StringComparison.Ordinal) ? Controller(call, target, command)
                : target.Contains("_db", StringComparison.Ordinal) ? Database(call, target, command, arguments.Operands.ElementAtOrDefault(1) ?? "")
                : target.Contains("northd", StringComparison.Ordinal) ? Northd(call, command)
                : throw new NotEmulatedException($"ovn-appctl -t {target}"));
        }
    }

    private static int Controller(PersonaCall call, string target, string command)
    {
        var chassis = call.World.Ovn.ChassisOn(call.Host.Machine!);
        const string pidfile = "/var/run/ovn/ovn-controller.pid";
        if (!call.Elevated) return call.Fail(1, $"{Stamp(call)}|00001|daemon_unix|WARN|{pidfile}: open: Permission denied\novn-appctl: cannot read pidfile \"{pidfile}\" (Permission denied)");
        if (chassis is null || !chassis.ControllerRunning)
            return call.Fail(1, $"{Stamp(call)}|00001|daemon_unix|WARN|{pidfile}: open: No such file or directory\novn-appctl: cannot read pidfile \"{pidfile}\" (No such file or directory)");
        switch (command)
        {
            case "connection-status":
                call.Out(call.World.Ovn.Connected(chassis) ? "connected\n" : "not connected\n");
                return 0;
            case "version":
                call.Out("ovn-controller 24.03.2\nOpen vSwitch Library 3.3.0\n");
                return 0;
            default:
                return call.Fail(2, $"\"{command}\" is not a valid command (use \"list-commands\" to see a list of valid commands)\novn-appctl: {target}: server returned an error");
        }
    }

    private static int Northd(PersonaCall call, string command)
    {
        if (command != "status") throw new NotEmulatedException($"ovn-appctl -t ovn-northd {command}");
        var leader = call.World.Ovn.Leader;
        call.Out(leader is not null && leader.Machine == call.Host.Machine ? "Status: active\n" : "Status: standby\n");
        return 0;
    }

    private static int Database(PersonaCall call, string target, string command, string database)
    {
        var south = target.Contains("ovnsb", StringComparison.Ordinal);
        if (command != "cluster/status") throw new NotEmulatedException($"ovn-appctl -t {target} {command}");
        if (database != (south ? "OVN_Southbound" : "OVN_Northbound")) return call.Fail(2, $"unknown cluster\novn-appctl: {target}: server returned an error");
        call.Out(ClusterStatus(call, call.World.Ovn, database, south ? 6644 : 6643));
        return 0;
    }

    private static string ClusterStatus(PersonaCall call, OvnCentral central, string database, int port)
    {
        var here = central.Units.ToList().FindIndex(unit => unit.Machine == call.Host.Machine);
        var leader = central.Leader is { } leading ? central.Units.ToList().IndexOf(leading) : -1;
        var own = central.ServerIds[here];
        var role = leader < 0 ? "candidate" : leader == here ? "leader" : "follower";
        var text = $"{own[..4]}\nName: {database}\nCluster ID: {central.ClusterId[..4]} ({central.ClusterId})\nServer ID: {own[..4]} ({own})\nAddress: ssl:{central.Units[here].Machine.PrimaryAddress}:{port}\n" +
            $"Status: {(leader < 0 ? "disconnected from the cluster (election timeout)" : "cluster member")}\nRole: {role}\nTerm: 1\nLeader: {(leader < 0 ? "unknown" : leader == here ? "self" : central.ServerIds[leader][..4])}\nVote: {(leader == here ? "self" : "unknown")}\n\n" +
            "Election timer: 4000\nLog: [2, 5]\nEntries not yet committed: 0\nEntries not yet applied: 0\n" +
            $"Connections: {string.Join(' ', central.ServerIds.Where((_, i) => i != here).Select(id => $"<-{id[..4]} ->{id[..4]}"))}\nDisconnections: 0\nServers:\n";
        for (var i = 0; i < central.Units.Count; i++)
        {
            var id = central.ServerIds[i][..4];
            var silence = central.Units[i].Machine.AgentUp ? 326 : (long)(call.World.Now - central.Units[i].Machine.Since).TotalMilliseconds;
            text += string.Create(CultureInfo.InvariantCulture, $"    {id} ({id} at ssl:{central.Units[i].Machine.PrimaryAddress}:{port}){(i == here ? " (self)" : "")}{(role == "leader" ? " next_index=5 match_index=4" : "")}{(i != here && (role == "leader" || i == leader) ? $" last msg {silence} ms ago" : "")}\n");
        }

        return text;
    }

    private static string Stamp(PersonaCall call) => call.World.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
