using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>ovs-vsctl on a chassis: the database, which looks the same whether the daemons live or not.</summary>
internal sealed class OvsVsctlPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["ovs-vsctl"];

    public override HostKind On => HostKind.Juju;

    public override bool IsOn(ShellHost host) => host.Machine?.Units.Any(unit => unit.Application.Charm.CharmName == "ovn-chassis") ?? false;

    public override Task<int> Run(PersonaCall call)
    {
        string[] words = [.. call.Argv.Where(word => !word.StartsWith('-'))];
        switch (words.FirstOrDefault())
        {
            case "show":
                call.Out("0d0cb009-6153-4c08-b52c-6a4110234efa\n    Bridge br-int\n        fail_mode: secure\n        datapath_type: system\n        Port br-int\n            Interface br-int\n                type: internal\n    Bridge br-ex\n        Port br-ex\n            Interface br-ex\n                type: internal\n    ovs_version: \"3.3.0\"\n");
                return Task.FromResult(0);
            case "list-br":
                call.Out("br-ex\nbr-int\n");
                return Task.FromResult(0);
            case "br-exists":
                return Task.FromResult(words.ElementAtOrDefault(1) is "br-int" or "br-ex" ? 0 : 2);
            case "get" when words.Length == 4 && words[3].Replace('_', '-').StartsWith("external-ids", StringComparison.Ordinal):
                return Task.FromResult(ExternalIds(call, words[3]));
            default:
                throw new NotEmulatedException($"ovs-vsctl {string.Join(' ', words)}");
        }
    }

    private static int ExternalIds(PersonaCall call, string column)
    {
        var machine = call.Host.Machine!;
        var central = string.Join(',', call.World.Ovn.Units.Select(unit => $"ssl:{unit.Machine.PrimaryAddress}:6642"));
        SortedDictionary<string, string> ids = new(StringComparer.Ordinal)
        {
            ["hostname"] = machine.Hostname + ".maas", ["ovn-bridge-mappings"] = "\"physnet1:br-ex\"", ["ovn-encap-ip"] = $"\"{machine.Addresses.GetValueOrDefault("data-tenant", machine.PrimaryAddress)}\"",
            ["ovn-encap-type"] = "geneve", ["ovn-match-northd-version"] = "\"true\"", ["ovn-remote"] = $"\"{central}\"", ["system-id"] = machine.Hostname + ".maas",
        };
        if (column.Split(':', 2) is [_, var key])
        {
            key = key.Trim('"');
            if (!ids.TryGetValue(key, out var value)) return call.Fail(1, $"ovs-vsctl: no key \"{key}\" in Open_vSwitch record \".\" column external_ids");
            call.Out(value + "\n");
            return 0;
        }

        call.Out($"{{{string.Join(", ", ids.Select(pair => $"{pair.Key}={pair.Value}"))}}}\n");
        return 0;
    }
}
