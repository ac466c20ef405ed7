using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>The records of a chassis' own Open vSwitch database, as far as the twin holds them.</summary>
internal static class SwitchRows
{
    private static readonly string[] InterfaceTypes =
    [
        "afxdp",
        "afxdp-nonpmd",
        "bareudp",
        "erspan",
        "geneve",
        "gre",
        "gtpu",
        "internal",
        "ip6erspan",
        "ip6gre",
        "lisp",
        "patch",
        "stt",
        "system",
        "tap",
        "vxlan",
    ];

    /// <summary>Null when the twin holds no such table.</summary>
    public static IReadOnlyList<OvsdbRow>? Of(
        OvnChassis chassis,
        string table,
        IReadOnlyDictionary<string, string> externalIds
    ) =>
        table.ToLowerInvariant() switch
        {
            "open" or "open_vswitch" => [Switch(chassis, externalIds)],
            "interface" => [.. Interfaces(chassis.Ovs)],
            _ => null,
        };

    private static OvsdbRow Switch(OvnChassis chassis, IReadOnlyDictionary<string, string> externalIds) =>
        new(
            "Open_vSwitch",
            [
                ("_uuid", OvsdbValue.Uuid(chassis.RowId("switch"))),
                (
                    "bridges",
                    OvsdbValue.Set(OvsdbValue.Uuid(chassis.RowId("br-int")), OvsdbValue.Uuid(chassis.RowId("br-ex")))
                ),
                ("cur_cfg", OvsdbValue.Of(4)),
                ("datapath_types", OvsdbValue.Set(OvsdbValue.Of(chassis.Ovs.Datapath))),
                ("datapaths", OvsdbValue.Map([new(chassis.Ovs.Datapath, chassis.RowId("datapath"))])),
                ("db_version", OvsdbValue.Set()),
                ("dpdk_initialized", OvsdbValue.Of(false)),
                ("dpdk_version", OvsdbValue.Of("none")),
                (
                    "external_ids",
                    OvsdbValue.Map(
                        externalIds.Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value.Trim('"')))
                    )
                ),
                ("iface_types", OvsdbValue.Set(InterfaceTypes.Select(OvsdbValue.Of))),
                ("manager_options", OvsdbValue.Set()),
                ("next_cfg", OvsdbValue.Of(4)),
                (
                    "other_config",
                    OvsdbValue.Map(
                        externalIds.TryGetValue("system-id", out var id)
                            ? [new($"ovn-chassis-idx-{id}", ""), new("vlan-limit", "0")]
                            : []
                    )
                ),
                ("ovs_version", OvsdbValue.Of("3.3.0")),
                ("ssl", OvsdbValue.Set()),
                ("statistics", OvsdbValue.Map([])),
                ("system_type", OvsdbValue.Set()),
                ("system_version", OvsdbValue.Of("22.04")),
            ]
        );

    private static IEnumerable<OvsdbRow> Interfaces(OvsDatabase ovs)
    {
        foreach (var name in (string[])["br-ex", "br-int"])
            yield return Interface(name, "internal", 65534, null);
        foreach (var (_, index) in ovs.Tunnels.Select((remote, index) => (remote, index)))
            yield return Interface($"ovn-openst-{index}", "geneve", index + 1, null);
        if (ovs.MissingDevice is { } device)
            yield return Interface(device, "", -1, $"could not open network device {device} (No such device)");
    }

    private static OvsdbRow Interface(string name, string type, long port, string? error)
    {
        OvsdbValue[] state = error is null ? [OvsdbValue.Of("up")] : [];
        return new OvsdbRow(
            "Interface",
            [
                ("name", OvsdbValue.Of(name)),
                ("admin_state", state.Length > 0 ? state[0] : OvsdbValue.Set()),
                ("error", error is null ? OvsdbValue.Set() : OvsdbValue.Of(error)),
                ("link_state", state.Length > 0 ? state[0] : OvsdbValue.Set()),
                ("ofport", OvsdbValue.Of(port)),
                ("type", OvsdbValue.Of(type)),
            ]
        );
    }
}
