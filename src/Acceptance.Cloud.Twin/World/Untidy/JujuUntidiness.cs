namespace Acceptance.Cloud.Twin.World.Untidy;

/// <summary>Models as other operators deploy them.</summary>
internal static class JujuUntidiness
{
    public static IEnumerable<Untidiness> All() => [.. Units(), .. Names()];

    private static IEnumerable<Untidiness> Units() =>
        [
            new("agents-executing", "at any look one agent or another runs its update-status hook")
            {
                Plans = plan => plan with { HooksInTurn = true },
            },
            new("vault-standbys", "Vault has three units, of which two stand by; each is unsealed by itself")
            {
                Plans = plan => plan with { VaultUnits = 3 },
            },
            new(
                "second-compute",
                "a host's compute unit is of a second nova-compute, which has a chassis of its own, under other names"
            )
            {
                Plans = plan => plan with { SecondCompute = "nova-compute-gpu", ThirdChassis = "ovn-chassis-gpu" },
            },
            new("fewer-computes", "the last host carries no compute unit")
            {
                Plans = plan => plan with { HostsWithoutCompute = 1 },
            },
            new("subordinates", "logs, checks and metrics are collected by subordinates in every unit")
            {
                Plans = plan => plan with { Subordinates = ["filebeat", "landscape-client", "nrpe", "telegraf"] },
            },
        ];

    private static IEnumerable<Untidiness> Names() =>
        [
            new("other-names", "the database, Vault and Magnum are not called what their charms are")
            {
                Plans = plan =>
                    plan with
                    {
                        OtherNames = new Dictionary<string, string>
                        {
                            ["mysql-innodb-cluster"] = "mysql",
                            ["vault"] = "vault-ha",
                            ["magnum"] = "magnum-k8s",
                        },
                    },
            },
            new("model-owner", "the model is another user's of the controller, and is named with its owner")
            {
                Plans = plan => plan with { ModelOwner = "stefan" },
            },
        ];
}
