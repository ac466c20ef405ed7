using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>
/// ovn-sbctl list chassis and chassis_private: who registered in the southbound database. It reads what the leader
/// holds; of a follower only who does not insist on the leader, and without quorum nobody (captures ovn-sbctl-*).
/// </summary>
internal sealed class OvnSbctlPersona : Persona
{
    private const string Config =
        "ct-no-masked-label=\"true\", datapath-type=system, "
        + "iface-types=\"bareudp,erspan,geneve,gre,internal,patch,tap,vxlan\", is-interconn=\"false\", "
        + "ovn-bridge-mappings=\"physnet1:br-ex\", ovn-monitor-all=\"false\", port-up-notif=\"true\"";

    public override IReadOnlyList<string> Names { get; } = ["ovn-sbctl"];

    public override HostKind On => HostKind.Juju;

    public override bool IsOn(ShellHost host) =>
        host.Machine?.Units.Any(unit => unit.Application.Charm.CharmName == "ovn-central") ?? false;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, ["--db", "-t", "--timeout", "--columns"], ["--no-leader-only"]);
        lock (call.World.Gate)
        {
            var database = PathMapping.Back(arguments.Value("--db") ?? "unix:/var/run/ovn/ovnsb_db.sock", call.Host);
            if (Refused(call, database, arguments.Has("--no-leader-only")) is { } why)
                return Task.FromResult(call.Fail(1, $"ovn-sbctl: {database}: database connection failed ({why})"));
            if (arguments.Unknown is not null || arguments.Operands is not [var verb, var table] || verb != "list")
                throw new NotEmulatedException($"ovn-sbctl {string.Join(' ', call.Argv)}");
            var records = call.World.Ovn.Registered.Select(chassis =>
                table.ToLowerInvariant() switch
                {
                    "chassis" => Chassis(chassis),
                    "chassis_private" => Private(chassis),
                    _ => throw new NotEmulatedException($"ovn-sbctl list {table}"),
                }
            );
            var columns = arguments.Value("--columns")?.Split(',');
            call.Out(string.Join('\n', records.Select(record => Shown(record, columns))));
            return Task.FromResult(0);
        }
    }

    private static string Shown((string Column, string Value)[] record, string[]? columns) =>
        string.Concat(
            (columns ?? [.. record.Select(one => one.Column)])
                .Select(name =>
                    Array.Find(record, one => one.Column == name) is { Column: not null } found
                        ? found
                        : throw new NotEmulatedException($"the column {name} by ovn-sbctl")
                )
                .Select(one => $"{one.Column, -20}: {one.Value}\n")
        );

    private static (string Column, string Value)[] Chassis(OvnChassis chassis) =>
        [
            ("_uuid", chassis.RowId("chassis")),
            ("encaps", $"[{chassis.RowId("encap")}]"),
            ("external_ids", "{}"),
            ("hostname", chassis.SystemId),
            ("name", chassis.SystemId),
            ("nb_cfg", "0"),
            ("other_config", $"{{{Config}}}"),
            ("transport_zones", "[]"),
            ("vtep_logical_switches", "[]"),
        ];

    private static (string Column, string Value)[] Private(OvnChassis chassis) =>
        [
            ("_uuid", chassis.RowId("private")),
            ("chassis", chassis.RowId("chassis")),
            ("external_ids", "{}"),
            ("name", chassis.SystemId),
            ("nb_cfg", "0"),
            ("nb_cfg_timestamp", "0"),
        ];

    /// <summary>Why there is no connection; null when there is one.</summary>
    private static string? Refused(PersonaCall call, string database, bool anyMember)
    {
        var central = call.World.Ovn;
        if (database.StartsWith("unix:", StringComparison.Ordinal))
        {
            var own = central.Units.First(unit => unit.Machine == call.Host.Machine);
            if (!central.Serves(own))
                return "No such file or directory";
            if (!call.Elevated)
                return "Permission denied";
            return anyMember || own == central.Leader ? null : "";
        }

        // Whoever is named by address is looked for until one leads.
        var named = central
            .Units.Where(unit => database.Contains($":{unit.Machine.PrimaryAddress}:", StringComparison.Ordinal))
            .Where(central.Serves)
            .ToList();
        if (named.Count == 0 || !(anyMember || central.HasQuorum))
            return "Connection refused";
        return anyMember || named.Contains(central.Leader!) ? null : "";
    }
}
