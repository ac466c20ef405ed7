using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Libvirt;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Cloud.Twin.Personas.Operator;

/// <summary>
/// python3 scripts/provider-bundle-check.py BUNDLE (phase-00 step 7): reads the bundle, judges its invariants, PASS or
/// a FAIL a line.
/// </summary>
internal sealed class BundleCheckScript : Persona
{
    /// <summary>The file that the Python script hands over to.</summary>
    public const string Behind = ".provider-bundle-check";

    private const int DatabaseUnits = 3;

    public override IReadOnlyList<string> Names { get; } = [Behind];

    public override HostKind On => HostKind.Jumphost;

    public override bool OnPath => false;

    public override async Task<int> Run(PersonaCall call)
    {
        var file = call.Argv.FirstOrDefault(word => !word.StartsWith('-')) ?? "bundle.yaml";
        var path = Path.Combine(call.Cwd, file);
        if (await call.Read(path) is not { IsFile: true } bundle)
            return call.Fail(2, $"provider-bundle-check.py: {file}: No such file");
        var yaml = new YamlStream();
        yaml.Load(new StringReader(bundle.Text));
        lock (call.World.Gate)
        {
            var fails = Judge(call, yaml.Documents[0].RootNode["applications"])
                .Concat(RelationsOfBundle.Faults((YamlMappingNode)yaml.Documents[0].RootNode))
                .ToList();
            foreach (var fail in fails)
                call.Out($"FAIL {fail}\n");
            if (fails.Count == 0)
                call.Out(
                    $"PASS -- {CaracalBundle.VipNames.Count + 1} charms public->provider-public, "
                        + ".4/.8/.12 VIP triples, "
                        + $"all {call.World.Hosts.Count} chassis MACs present (incl {call.World.Plan.Hosts[0]}), "
                        + "relations well-formed, "
                        + $"mysql at {DatabaseUnits} units (D-062), keystone policyd resource wired (DOCFIX-071)\n"
                );
            return fails.Count == 0 ? 0 : 1;
        }
    }

    private static IEnumerable<string> Judge(PersonaCall call, YamlNode applications) =>
        [
            .. WrongVips(call, applications),
            .. WrongBindings(applications),
            .. MissingHosts(call, applications),
            .. WrongResources(applications),
        ];

    private static IEnumerable<string> WrongVips(PersonaCall call, YamlNode applications)
    {
        foreach (var (charm, service) in CaracalBundle.VipNames)
        {
            var last = call.World.Plan.Vips[service].Split('.')[1];
            string[] triple = [.. new[] { "4", "8", "12" }.Select(plane => call.World.Plan.Address($"{plane}.{last}"))];
            if (!(Text(applications, charm, "options", "vip") ?? "").Split(' ').SequenceEqual(triple))
                yield return $"{charm}: vip is '{Text(applications, charm, "options", "vip")}', "
                    + $"expected '{string.Join(' ', triple)}'";
        }
    }

    private static IEnumerable<string> WrongBindings(YamlNode applications)
    {
        foreach (var charm in CaracalBundle.VipNames.Keys.Append(ProviderBundle.WithoutVip))
        {
            if (Text(applications, charm, "bindings", "public") != "provider-public")
                yield return $"{charm}: public is bound to '{Text(applications, charm, "bindings", "public")}', "
                    + "expected provider-public";
        }
    }

    private static IEnumerable<string> MissingHosts(PersonaCall call, YamlNode applications)
    {
        var mappings = Text(applications, "ovn-chassis", "options", "bridge-interface-mappings") ?? "";
        foreach (
            var host in call.World.Hosts.Where(host =>
                !mappings.Contains(LibvirtHypervisor.Mac(host, 0), StringComparison.Ordinal)
            )
        )
            yield return $"ovn-chassis: the MAC of {host.Name} is not in bridge-interface-mappings";
    }

    private static IEnumerable<string> WrongResources(YamlNode applications)
    {
        if (Text(applications, "mysql-innodb-cluster", "num_units") != $"{DatabaseUnits}")
            yield return $"mysql-innodb-cluster: {Text(applications, "mysql-innodb-cluster", "num_units")} units, "
                + $"expected {DatabaseUnits} (D-062)";
        if (Text(applications, "keystone", "resources", "policyd-override") is null)
            yield return "keystone: no policyd-override resource (DOCFIX-071)";
    }

    private static string? Text(YamlNode node, params string[] path)
    {
        foreach (var step in path)
        {
            if (
                node is not YamlMappingNode mapping
                || !mapping.Children.TryGetValue(new YamlScalarNode(step), out var next)
            )
                return null;
            node = next;
        }

        return (node as YamlScalarNode)?.Value?.Trim();
    }
}
