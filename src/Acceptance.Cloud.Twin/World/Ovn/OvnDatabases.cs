using System.Text;

namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>The northbound and the southbound database: what Neutron wrote into the one, and which chassis registered in the other.</summary>
public sealed class OvnDatabases(TwinWorld world)
{
    private static readonly Dictionary<string, string> ChassisConfig = new()
    {
        ["ct-no-masked-label"] = "true",
        ["iface-types"] =
            "afxdp,afxdp-nonpmd,bareudp,erspan,geneve,gre,gtpu,internal,ip6erspan,ip6gre,lisp,patch,stt,system,tap,vxlan",
        ["is-interconn"] = "false",
        ["mac-binding-timestamp"] = "true",
        ["ovn-bridge-mappings"] = "physnet1:br-ex",
        ["ovn-chassis-mac-mappings"] = "",
        ["ovn-cms-options"] = "enable-chassis-as-gw",
        ["ovn-ct-lb-related"] = "true",
        ["ovn-enable-lflow-cache"] = "true",
        ["ovn-limit-lflow-cache"] = "",
        ["ovn-memlimit-lflow-cache-kb"] = "",
        ["ovn-monitor-all"] = "false",
        ["ovn-trim-limit-lflow-cache"] = "",
        ["ovn-trim-timeout-ms"] = "",
        ["ovn-trim-wmark-perc-lflow-cache"] = "",
        ["port-up-notif"] = "true",
    };

    /// <summary>Chassis whose row somebody deleted. A row outlives its controller: it proves a registration, not life (captures ovn-chassis-still-there).</summary>
    public HashSet<OvnChassis> Deleted { get; } = [];

    /// <summary>Switches that somebody other than Neutron wrote; null: Neutron's.</summary>
    public IReadOnlyList<OvnSwitch>? Written { get; set; }

    private IEnumerable<OvnChassis> Registered => world.Ovn.Chassis.Where(chassis => !Deleted.Contains(chassis));

    private IReadOnlyList<OvnSwitch> Switches =>
        Written
        ??
        [
            .. world.Network.Networks.Select(network => new OvnSwitch(
                network.Id,
                $"neutron-{network.Id}",
                network.Name,
                [
                    .. world
                        .Network.Ports.Where(port => port.NetworkId == network.Id)
                        .Select(port => new OvnPort(
                            port.Id,
                            port.Id,
                            $"{port.MacAddress} {port.Address}".TrimEnd(),
                            port.HostId.Length > 0 ? port.HostId : null
                        )),
                ]
            )),
        ];

    /// <summary>The records of a table; null when the twin holds no such table.</summary>
    public IReadOnlyList<OvsdbRow>? Rows(bool south, string table) =>
        (south, table.ToLowerInvariant()) switch
        {
            (true, "chassis") => [.. Registered.Select(Chassis)],
            (true, "chassis_private") => [.. Registered.Select(Private)],
            (true, "encap") =>
            [
                .. Registered.Select(chassis => new OvsdbRow(
                    "Encap",
                    [
                        ("_uuid", OvsdbValue.Uuid(chassis.RowId("encap"))),
                        ("chassis_name", OvsdbValue.Of(chassis.SystemId)),
                        ("ip", OvsdbValue.Of(Address(chassis))),
                        ("options", OvsdbValue.Map([new("csum", "true")])),
                        ("type", OvsdbValue.Of("geneve")),
                    ]
                )),
            ],
            (true, "port_binding") => [.. Switches.SelectMany(one => one.Ports).Select(Binding)],
            (false, "logical_switch") =>
            [
                .. Switches.Select(one => new OvsdbRow(
                    "Logical_Switch",
                    [
                        ("_uuid", OvsdbValue.Uuid(one.Id)),
                        ("name", OvsdbValue.Of(one.Name)),
                        ("ports", OvsdbValue.Set(one.Ports.Select(port => OvsdbValue.Uuid(port.Id)))),
                    ]
                )),
            ],
            (false, "logical_switch_port") =>
            [
                .. Switches
                    .SelectMany(one => one.Ports)
                    .Select(port => new OvsdbRow(
                        "Logical_Switch_Port",
                        [
                            ("_uuid", OvsdbValue.Uuid(port.Id)),
                            ("addresses", OvsdbValue.Set(OvsdbValue.Of(port.Addresses))),
                            ("enabled", OvsdbValue.Set()),
                            ("name", OvsdbValue.Of(port.Name)),
                            ("type", OvsdbValue.Of("")),
                            ("up", OvsdbValue.Of(Bound(port) is not null)),
                        ]
                    )),
            ],
            _ => null,
        };

    /// <summary>ovn-sbctl show and ovn-nbctl show.</summary>
    public string Show(bool south)
    {
        var text = new StringBuilder();
        foreach (var chassis in south ? Registered : [])
        {
            text.Append(
                $"Chassis {OvsdbValue.Of(chassis.SystemId).Text}\n    hostname: {OvsdbValue.Of(chassis.SystemId).Text}\n    Encap geneve\n        ip: \"{Address(chassis)}\"\n        options: {{csum=\"true\"}}\n"
            );
            foreach (var port in Switches.SelectMany(one => one.Ports).Where(port => Bound(port) == chassis))
                text.Append($"    Port_Binding {OvsdbValue.Of(port.Name).Text}\n");
        }

        foreach (var one in south ? [] : Switches)
        {
            text.Append($"switch {one.Id} ({one.Name}){(one.Aka is { } aka ? $" (aka {aka})" : "")}\n");
            foreach (var port in one.Ports)
                text.Append($"    port {port.Name}\n        addresses: [\"{port.Addresses}\"]\n");
        }

        return text.ToString();
    }

    private OvnChassis? Bound(OvnPort port) =>
        port.Host is { } host
            ? Registered.FirstOrDefault(chassis => chassis.SystemId == host || chassis.Unit.Machine.Hostname == host)
            : null;

    private OvsdbRow Binding(OvnPort port) =>
        new(
            "Port_Binding",
            [
                ("_uuid", OvsdbValue.Uuid(port.Id)),
                ("chassis", Bound(port) is { } chassis ? OvsdbValue.Uuid(chassis.RowId("chassis")) : OvsdbValue.Set()),
                ("logical_port", OvsdbValue.Of(port.Name)),
                ("mac", OvsdbValue.Set(OvsdbValue.Of(port.Addresses))),
                ("type", OvsdbValue.Of("")),
                ("up", OvsdbValue.Of(Bound(port) is not null)),
            ]
        );

    private static OvsdbRow Chassis(OvnChassis chassis) =>
        new(
            "Chassis",
            [
                ("_uuid", OvsdbValue.Uuid(chassis.RowId("chassis"))),
                ("encaps", OvsdbValue.Set(OvsdbValue.Uuid(chassis.RowId("encap")))),
                ("external_ids", OvsdbValue.Map([])),
                ("hostname", OvsdbValue.Of(chassis.SystemId)),
                ("name", OvsdbValue.Of(chassis.SystemId)),
                ("nb_cfg", OvsdbValue.Of(0)),
                ("other_config", OvsdbValue.Map(ChassisConfig.Append(new("datapath-type", chassis.Ovs.Datapath)))),
                ("transport_zones", OvsdbValue.Set()),
                ("vtep_logical_switches", OvsdbValue.Set()),
            ]
        );

    private static OvsdbRow Private(OvnChassis chassis) =>
        new(
            "Chassis_Private",
            [
                ("_uuid", OvsdbValue.Uuid(chassis.RowId("private"))),
                ("chassis", OvsdbValue.Uuid(chassis.RowId("chassis"))),
                ("external_ids", OvsdbValue.Map([])),
                ("name", OvsdbValue.Of(chassis.SystemId)),
                ("nb_cfg", OvsdbValue.Of(0)),
                ("nb_cfg_timestamp", OvsdbValue.Of(0)),
            ]
        );

    private static string Address(OvnChassis chassis) =>
        chassis.Unit.Machine.Addresses.GetValueOrDefault("data-tenant", chassis.Unit.Machine.PrimaryAddress);
}
