using System.Text;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Operator;

/// <summary>
/// bundle.yaml in the operator's home, as far as provider-bundle-check reads it: bindings, VIP triples, chassis MACs,
/// the database, policyd.
/// </summary>
internal static class ProviderBundle
{
    /// <summary>Vault has no VIP, and its endpoint is public too: the eleventh charm.</summary>
    public const string WithoutVip = "vault";

    public static string Of(TwinWorld world)
    {
        var text = new StringBuilder("default-base: ubuntu@22.04/stable\napplications:\n");
        foreach (var (charm, service) in CaracalBundle.VipNames.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(Charm(world.Plan, charm, world.Plan.Vips[service].Split('.')[1]));
            if (charm == "keystone")
                text.Append("      use-policyd-override: true\n    resources: {policyd-override: ./policyd.zip}\n");
        }

        text.Append(
            $"  {WithoutVip}:\n"
                + "    charm: vault\n"
                + "    num_units: 1\n"
                + "    bindings: {'': metal-internal, public: provider-public}\n"
        );
        text.Append("  mysql-innodb-cluster:\n    charm: mysql-innodb-cluster\n    num_units: 3\n");
        text.Append(
            "  ovn-chassis:\n"
                + "    charm: ovn-chassis\n"
                + "    options:\n"
                + "      ovn-bridge-mappings: physnet1:br-ex\n"
                + "      bridge-interface-mappings: >-\n"
        );
        foreach (var host in world.Hosts)
            text.Append($"        br-ex:{LibvirtHypervisor.Mac(host, 0)}\n");
        text.Append("relations:\n");
        foreach (
            var (one, other) in BundleRelations.Among([
                .. CaracalBundle.Charms().Where(charm => IsListed(charm.Application)),
            ])
        )
            text.Append($"- [{one}, {other}]\n");
        return text.ToString();
    }

    private static string Charm(WorldPlan plan, string charm, string last) =>
        $"  {charm}:\n"
        + $"    charm: {charm}\n"
        + "    num_units: 1\n"
        + "    bindings: {'': metal-internal, public: provider-public}\n"
        + "    options:\n"
        + $"      vip: {plan.Address($"4.{last}")} {plan.Address($"8.{last}")} {plan.Address($"12.{last}")}\n";

    private static bool IsListed(string application) =>
        CaracalBundle.VipNames.ContainsKey(application)
        || application is WithoutVip or "mysql-innodb-cluster" or "ovn-chassis";
}
