namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>The applications of one world: those of the bundle, and what its plan has otherwise or besides.</summary>
internal static class PlannedCharms
{
    private const string Compute = "nova-compute";
    private const string Gateway = "ceph-radosgw";

    /// <summary>What the subordinates that an operator adds say when they are well.</summary>
    private static readonly Dictionary<string, string> Messages = new(StringComparer.Ordinal)
    {
        ["filebeat"] = "Filebeat ready.",
        ["landscape-client"] = "System successfully registered",
        ["nrpe"] = "Ready",
        ["telegraf"] = "Monitoring (source version/commit 1b8e6a3)",
    };

    public static IReadOnlyList<CharmSpec> Of(WorldPlan plan)
    {
        CharmSpec[] charms =
        [
            .. CaracalBundle.Charms().SelectMany(charm => Planned(charm, plan)).Select(charm => Called(charm, plan)),
            .. HasGateway(plan) ? CaracalBundle.ObjectGateway(Gateway) : [],
        ];
        string[] principals =
        [
            .. charms.Where(charm => charm.SubordinateTo.Count == 0).Select(charm => charm.Application),
        ];
        return [.. charms, .. plan.Subordinates.Select(name => Follower(name, principals))];
    }

    /// <summary>The applications behind a VIP, each with its service.</summary>
    public static IReadOnlyDictionary<string, string> VipNames(WorldPlan plan) =>
        CaracalBundle
            .VipNames.Concat(HasGateway(plan) ? [KeyValuePair.Create(Gateway, WorldPlan.ObjectGateway)] : [])
            .ToDictionary(one => Called(one.Key, plan), one => one.Value, StringComparer.Ordinal);

    private static bool HasGateway(WorldPlan plan) => plan.ObjectStore;

    private static IEnumerable<CharmSpec> Planned(CharmSpec charm, WorldPlan plan) =>
        charm.CharmName switch
        {
            Compute => Computes(charm, plan),
            "vault" when plan.VaultUnits > 1 => [Several(charm, plan.VaultUnits)],
            _ => [charm],
        };

    private static IEnumerable<CharmSpec> Computes(CharmSpec charm, WorldPlan plan)
    {
        int[] hosts = [.. Enumerable.Range(0, plan.Hosts.Count - plan.HostsWithoutCompute)];
        if (plan is { SecondCompute: null, HostsWithoutCompute: 0 })
            return [charm];
        var placed = charm with { OnEveryHost = false, Hosts = hosts };
        if (plan.SecondCompute is not { } second)
            return [placed];
        return
        [
            placed with
            {
                Hosts = hosts[..^1],
            },
            placed with
            {
                Application = second,
                Hosts = hosts[^1..],
                Relations = [new("neutron-plugin", plan.ThirdChassis, "neutron-plugin", "container")],
            },
            CaracalBundle.Chassis(plan.ThirdChassis, second),
        ];
    }

    private static string Called(string application, WorldPlan plan) =>
        plan.OtherNames.GetValueOrDefault(application, application);

    private static CharmSpec Called(CharmSpec charm, WorldPlan plan) =>
        plan.OtherNames.Count == 0
            ? charm
            : charm with
            {
                Application = Called(charm.Application, plan),
                SubordinateTo = [.. charm.SubordinateTo.Select(name => Called(name, plan))],
                Relations =
                [
                    .. charm.Relations.Select(relation =>
                        relation with
                        {
                            Application = Called(relation.Application, plan),
                        }
                    ),
                ],
            };

    private static CharmSpec Several(CharmSpec vault, int units) =>
        vault with
        {
            Containers = [.. Enumerable.Range(0, units)],
            Messages = [@"Unit is ready \(active: (true|false), mlock: disabled\)"],
        };

    private static CharmSpec Follower(string name, IReadOnlyList<string> principals) =>
        new(name, name, "latest/stable", 60, "") { SubordinateTo = principals, Message = Messages[name] };
}
