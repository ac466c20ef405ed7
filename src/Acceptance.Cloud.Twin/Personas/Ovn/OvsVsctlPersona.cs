using System.Text;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>ovs-vsctl and ovs-appctl on a chassis: the database, which looks the same whether the daemons live or not, and the daemon that does not.</summary>
internal sealed class OvsVsctlPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["ovs-vsctl", "ovs-appctl", "ovs-ofctl"];

    public override HostKind On => HostKind.Juju;

    public override bool IsOn(ShellHost host) =>
        host.Machine?.Units.Any(unit => unit.Application.Charm.CharmName == "ovn-chassis") ?? false;

    public override Task<int> Run(PersonaCall call)
    {
        lock (call.World.Gate)
        {
            var chassis = call.World.Ovn.ChassisOn(call.Host.Machine!)!;
            if (call.Program == "ovs-ofctl")
                return Task.FromResult(Flows(call, chassis.Ovs));
            return Task.FromResult(call.Program == "ovs-appctl" ? Daemon(call, chassis.Ovs) : Database(call, chassis));
        }
    }

    /// <summary>A bridge whose daemon is down is none.</summary>
    private static int Flows(PersonaCall call, OvsDatabase ovs)
    {
        if (
            ovs.SwitchRunning
            || Arguments.Parse(call.Argv, ["-O", "--protocols", "-t", "--timeout"], []).Operands
                is not [_, var bridge, ..]
        )
            throw new NotEmulatedException("ovs-ofctl: the twin has no flows");
        return call.Fail(1, $"ovs-ofctl: {bridge} is not a bridge or a socket");
    }

    private static int Daemon(PersonaCall call, OvsDatabase ovs)
    {
        var arguments = Arguments.Parse(call.Argv, ["-t", "--target", "-T", "--timeout"], []);
        const string pidfile = "/var/run/openvswitch/ovs-vswitchd.pid";
        if (arguments.Operands is not ["version"] || arguments.Value("-t", "--target") is not (null or "ovs-vswitchd"))
            throw new NotEmulatedException($"ovs-appctl {string.Join(' ', call.Argv)}");
        if (!ovs.SwitchRunning)
            return call.Fail(
                1,
                $"{call.World.Now.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z|00001|daemon_unix|WARN|{pidfile}: open: No such file or directory\novs-appctl: cannot read pidfile \"{pidfile}\" (No such file or directory)"
            );
        call.Out("ovs-vswitchd (Open vSwitch) 3.3.0\n");
        return 0;
    }

    private static int Database(PersonaCall call, OvnChassis chassis)
    {
        string[] words = [.. call.Argv.Where(word => !word.StartsWith('-'))];
        var ovs = chassis.Ovs;
        if (!ovs.Running)
            return call.Fail(
                1,
                "ovs-vsctl: unix:/var/run/openvswitch/db.sock: database connection failed (No such file or directory)"
            );
        switch (words)
        {
            case ["show"]:
                call.Out(Show(chassis));
                return 0;
            case ["list-br"]:
                call.Out("br-ex\nbr-int\n");
                return 0;
            case ["list-ports", "br-int"]:
                call.Out(string.Concat(ovs.Tunnels.Select((_, i) => $"ovn-openst-{i}\n")));
                return 0;
            case ["list-ports", "br-ex"]:
                call.Out(ovs.MissingDevice is { } device ? device + "\n" : "");
                return 0;
            case ["br-exists", var bridge]:
                return bridge is "br-int" or "br-ex" ? 0 : 2;
            case ["get", "open" or "open_vswitch" or "Open_vSwitch", ".", var column]
                when column.Replace('_', '-').StartsWith("external-ids", StringComparison.Ordinal):
                return ExternalIds(call, chassis, column);
            default:
                var arguments = Arguments.Parse(call.Argv, OvsdbPrinter.Valued, OvsdbPrinter.Flags);
                var answered = arguments.Unknown is null
                    ? OvsdbPrinter.Answer(call, arguments, table => SwitchRows.Of(chassis, table, Ids(call, chassis)))
                    : null;
                return answered ?? throw new NotEmulatedException($"ovs-vsctl {string.Join(' ', words)}");
        }
    }

    private static string Show(OvnChassis chassis)
    {
        var ovs = chassis.Ovs;
        var text = new StringBuilder(
            $"{chassis.RowId("switch")}\n    Bridge br-int\n        fail_mode: secure\n        datapath_type: {ovs.Datapath}\n"
        );
        foreach (var (remote, i) in ovs.Tunnels.Select((remote, i) => (remote, i)))
            text.Append(
                $"        Port ovn-openst-{i}\n            Interface ovn-openst-{i}\n                type: geneve\n                options: {{csum=\"true\", key=flow, remote_ip=\"{remote}\"}}\n"
            );
        text.Append(
            $"        Port br-int\n            Interface br-int\n                type: internal\n    Bridge br-ex\n        datapath_type: {ovs.Datapath}\n        Port br-ex\n            Interface br-ex\n                type: internal\n"
        );
        if (ovs.MissingDevice is { } device)
            text.Append(
                $"        Port {device}\n            Interface {device}\n                error: \"could not open network device {device} (No such device)\"\n"
            );
        return text.Append("    ovs_version: \"3.3.0\"\n").ToString();
    }

    private static int ExternalIds(PersonaCall call, OvnChassis chassis, string column)
    {
        var ids = Ids(call, chassis);
        if (column.Split(':', 2) is [_, var key])
        {
            key = key.Trim('"');
            if (!ids.TryGetValue(key, out var value))
            {
                if (!call.Argv.Contains("--if-exists"))
                    return call.Fail(
                        1,
                        $"ovs-vsctl: no key \"{key}\" in Open_vSwitch record \".\" column external_ids"
                    );
                value = "";
            }

            call.Out(value + "\n");
            return 0;
        }

        call.Out($"{{{string.Join(", ", ids.Select(pair => $"{pair.Key}={pair.Value}"))}}}\n");
        return 0;
    }

    private static SortedDictionary<string, string> Ids(PersonaCall call, OvnChassis chassis)
    {
        SortedDictionary<string, string> ids = new(StringComparer.Ordinal);
        if (chassis.Ovs.Unconfigured)
            return ids;
        var machine = call.Host.Machine!;
        var central = string.Join(
            ',',
            call.World.Ovn.Units.Select(unit => $"{call.World.Ovn.Transport}:{unit.Machine.PrimaryAddress}:6642")
        );
        (ids["hostname"], ids["system-id"], ids["ovn-encap-type"], ids["ovn-match-northd-version"]) = (
            machine.Hostname + ".maas",
            machine.Hostname + ".maas",
            "geneve",
            "\"true\""
        );
        (ids["ovn-bridge-mappings"], ids["ovn-encap-ip"], ids["ovn-remote"]) = (
            "\"physnet1:br-ex\"",
            $"\"{machine.Addresses.GetValueOrDefault("data-tenant", machine.PrimaryAddress)}\"",
            $"\"{central}\""
        );
        foreach (var (name, value) in chassis.Ovs.Overrides)
        {
            if (value is null)
                ids.Remove(name);
            else
                ids[name] = value;
        }

        return ids;
    }
}
