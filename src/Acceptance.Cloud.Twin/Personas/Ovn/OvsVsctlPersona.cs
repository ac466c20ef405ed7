using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>
/// ovs-vsctl get Open_vSwitch . external-ids on a chassis: what the charm wrote there, whether it must match northd's
/// version among it (N63).
/// </summary>
internal sealed class OvsVsctlPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["ovs-vsctl"];

    public override HostKind On => HostKind.Juju;

    public override bool IsOn(ShellHost host) =>
        host.Machine?.Units.Any(unit => unit.Application.Charm.CharmName == "ovn-chassis") ?? false;

    public override Task<int> Run(PersonaCall call)
    {
        lock (call.World.Gate)
            return Task.FromResult(Get(call));
    }

    private static int Get(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, [], ["--if-exists"]);
        if (
            arguments.Unknown is not null
            || arguments.Operands is not ["get", "open" or "Open_vSwitch", ".", var column]
            || !column.Replace('_', '-').StartsWith("external-ids", StringComparison.Ordinal)
        )
            throw new NotEmulatedException($"ovs-vsctl {string.Join(' ', call.Argv)}");
        var ids = Ids(call);
        if (column.Split(':', 2) is not [_, var key])
        {
            call.Out($"{{{string.Join(", ", ids.Select(pair => $"{pair.Key}={pair.Value}"))}}}\n");
            return 0;
        }

        var value = ids.GetValueOrDefault(key.Trim('"'));
        if (value is null && !arguments.Has("--if-exists"))
            return call.Fail(1, $"ovs-vsctl: no key \"{key}\" in Open_vSwitch record \".\" column external_ids");
        call.Out(value + "\n");
        return 0;
    }

    private static SortedDictionary<string, string> Ids(PersonaCall call)
    {
        var chassis = call.World.Ovn.ChassisOn(call.Host.Machine!)!;
        var machine = chassis.Unit.Machine;
        var remotes = call.World.Ovn.Units.Select(unit => $"ssl:{unit.Machine.PrimaryAddress}:6642");
        return new(StringComparer.Ordinal)
        {
            ["hostname"] = chassis.SystemId,
            ["ovn-bridge-mappings"] = "\"physnet1:br-ex\"",
            ["ovn-encap-ip"] = $"\"{machine.Addresses.GetValueOrDefault("data-tenant", machine.PrimaryAddress)}\"",
            ["ovn-encap-type"] = "geneve",
            ["ovn-match-northd-version"] = "\"true\"",
            ["ovn-remote"] = $"\"{string.Join(',', remotes)}\"",
            ["system-id"] = chassis.SystemId,
        };
    }
}
